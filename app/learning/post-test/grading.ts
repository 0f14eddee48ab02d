import { z } from "zod";

/** `PostTest.questions` as stored: exactly one correct choice per question, by index. */
export const Questions = z
  .array(
    z.object({
      stem: z.string().min(1),
      choices: z.array(z.string().min(1)).min(2),
      correct: z.number().int().min(0),
      rationale: z.string(),
      /** Heading of the section with the answer. */
      section: z.string(),
    }),
  )
  .min(1)
  .refine((questions) => questions.every(({ choices, correct }) => correct < choices.length), "no such choice");
export type Questions = z.infer<typeof Questions>;

/** Choice index for every question, in question order. */
export type Answers = number[];
export const StoredAnswers = z.array(z.number().int());

/** EDUCATION 8. */
const passPercent = 75;

/** What a browser may see before the test is passed: no correct choices, no explanations. */
export type OpenQuestion = { stem: string; choices: string[] };

export function openQuestions(questions: Questions): OpenQuestion[] {
  return questions.map(({ stem, choices }) => ({ stem, choices }));
}

export type Grade = { correct: number; questions: number; passed: boolean };

/** EDUCATION 8: 75% or better passes, and nothing is rounded up. Throws RangeError unless every question is answered.
 *  */
export function grade(questions: Questions, answers: Answers): Grade {
  if (answers.length !== questions.length)
    throw new RangeError(`${answers.length} answers to ${questions.length} questions`);
  const correct = questions.filter((question, index) => question.correct === answers[index]).length;
  return { correct, questions: questions.length, passed: correct * 100 >= passPercent * questions.length };
}

/** Correct answers needed to pass. */
export function correctToPass(questions: number): number {
  return Math.ceil((questions * passPercent) / 100);
}

/** EDUCATION 8: when correct answers are shown, shop-wide. */
export type AnswerPolicy = "after-passing" | "after-passing-or-last-attempt" | "never";
export const answerPolicy: AnswerPolicy = "after-passing";

export function mayShowAnswers(policy: AnswerPolicy, standing: { passed: boolean; locked: boolean }): boolean {
  if (policy === "never") return false;
  return standing.passed || (policy === "after-passing-or-last-attempt" && standing.locked);
}
