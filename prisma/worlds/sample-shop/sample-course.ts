import { z } from "zod";

/**
 * The format of the sample shop's course files (`courses/*.json`, `readings/*.md`, `readings/*.questions.json`).
 * Credits are decimal text ("16.25", "0.75") as printed on a certificate, prices decimal dollars ("129.00"),
 * dates ISO `YYYY-MM-DD` relative to the world's own day; seeding moves them to the day of seeding.
 */
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const creditText = z.string().regex(/^\d{1,2}(\.\d{1,2})?$/);
const dollars = z.string().regex(/^\d{1,4}\.\d{2}$/);

const Distribution = z.strictObject({
  discipline: z.string(),
  /** `effectiveFrom` of the discipline's content specification that the approval was issued under. */
  specification: isoDate,
  /** Subcategory code ("PC.PIAM") to credits; their sum is at most the course's credits. */
  credits: z.record(z.string(), creditText),
});

const Approval = z.strictObject({
  approver: z.string().min(3),
  referenceNumber: z.string().min(3),
  category: z.enum(["A", "A+"]),
  from: isoDate,
  to: isoDate,
  credits: creditText,
  distributions: z.array(Distribution),
});

export const SampleCourse = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().min(3).max(90),
  subtitle: z.string().max(140).optional(),
  /** Two or three plain-text sentences for cards and search results. */
  summary: z.string().min(80).max(420),
  /** What the learner will be able to do; each begins with a verb. */
  objectives: z.array(z.string().min(10)).min(4).max(8),
  authors: z.array(z.string().min(3)).min(1),
  pageCount: z.number().int().min(8),
  publishedOn: isoDate,
  /** Disciplines that the course serves; R.R.A. courses have no distribution (its categories are not confirmed). */
  disciplines: z.array(z.string()).min(1),
  approval: Approval,
  formats: z.strictObject({
    "book-by-mail": z
      .strictObject({
        price: dollars,
        isbn: z.string().optional(),
        weightGrams: z.number().int().min(50),
        stock: z.number().int().min(0),
      })
      .optional(),
    ebook: z.strictObject({ price: dollars }).optional(),
    "test-only": z.strictObject({ price: dollars }).optional(),
  }),
});
export type SampleCourse = z.infer<typeof SampleCourse>;

/** `readings/<slug>.questions.json`: exactly one correct choice per question, by index. */
export const SamplePostTest = z.strictObject({
  questions: z
    .array(
      z.strictObject({
        stem: z.string().min(15),
        choices: z.array(z.string().min(1)).length(4),
        correct: z.number().int().min(0).max(3),
        /** Why the correct choice is right, with the heading of its section in the reading text. */
        rationale: z.string().min(20),
        section: z.string().min(3),
      }),
    )
    .min(12),
});
export type SamplePostTest = z.infer<typeof SamplePostTest>;
