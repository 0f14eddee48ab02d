import { parseCredits } from "~/core/credits";
import { addDays, type Day, daysBetween } from "~/core/dates";
import { parseDollars } from "~/core/money";
import type { Queries } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
import { readCourses, readShopFacts } from "./read-courses";
import { seedPromotions } from "./seed-promotions";
import { seedZones } from "./seed-zones";

/** The day for which the sample files are written. */
const worldDay: Day = "2026-11-24";

type Course = ReturnType<typeof readCourses>[number];
type Options = { mode: "demo" | "test"; at: Date };

/** Fills an empty database with the sample shop, in one transaction. All dates shift so that the world's day becomes `at`,
 *  so the approval that ends soon does so no matter when someone tries the shop. */
export async function seedSampleShop({ mode, at }: Options): Promise<void> {
  const shift = daysBetween(worldDay, at.toISOString().slice(0, 10));
  const moved = (date: Day) => addDays(date, shift);
  const facts = readShopFacts();
  const courses = readCourses();
  await transaction(
    async (tx) => {
      await tx.shop.create({
        data: {
          id: 1,
          mode,
          name: facts.name,
          tagline: facts.tagline,
          sponsor: facts.sponsor,
          signatoryName: facts.signatory.name,
          signatoryTitle: facts.signatory.title,
          address: facts.address,
          email: facts.email,
          phone: facts.phone,
          timeZone: facts.timeZone,
        },
      });
      await seedZones(tx);
      for (const course of courses) await seedCourse(tx, course, moved);
      await seedPromotions(tx, at);
    },
    { timeout: 60_000 },
  );
}

async function seedCourse(tx: Queries, course: Course, moved: (date: Day) => Day): Promise<void> {
  const { slug, approval, formats } = course;
  await tx.course.create({
    data: {
      id: slug,
      slug,
      title: course.title,
      subtitle: course.subtitle,
      summary: course.summary,
      objectives: course.objectives,
      authors: course.authors,
      pageCount: course.pageCount,
      publishedOn: moved(course.publishedOn),
      readingText: course.readingText,
      disciplines: { create: course.disciplines.map((discipline) => ({ discipline })) },
      postTests: course.postTest
        ? { create: { id: `${slug}.1`, version: 1, questions: course.postTest.questions } }
        : undefined,
      approvals: {
        create: {
          id: approval.referenceNumber,
          approver: approval.approver,
          referenceNumber: approval.referenceNumber,
          category: approval.category,
          startsOn: moved(approval.from),
          endsOn: moved(approval.to),
          creditsHundredths: creditsOf(approval.credits),
          distributions: {
            create: approval.distributions.flatMap(({ discipline, specification, credits }) =>
              Object.entries(credits).map(([subcategory, amount]) => ({
                discipline,
                specification,
                subcategory,
                creditsHundredths: creditsOf(amount),
              })),
            ),
          },
        },
      },
    },
  });
  const book = formats["book-by-mail"];
  if (book) {
    const { stock, price, isbn, weightGrams } = book;
    const id = `${slug}.book_by_mail`;
    await tx.stock.create({ data: { id, capacity: stock } });
    await tx.courseFormat.create({
      data: { id, courseId: slug, format: "book_by_mail", priceCents: centsOf(price), isbn, weightGrams, stockId: id },
    });
  }
  for (const format of ["ebook", "test_only"] as const) {
    const offer = formats[format === "ebook" ? "ebook" : "test-only"];
    if (!offer) continue;
    await tx.courseFormat.create({
      data: { id: `${slug}.${format}`, courseId: slug, format, priceCents: centsOf(offer.price) },
    });
  }
}

function creditsOf(text: string): number {
  const credits = parseCredits(text);
  if (credits === undefined) throw new Error(`${text} is not credits`);
  return credits;
}

function centsOf(text: string): number {
  const price = parseDollars(text);
  if (price === undefined) throw new Error(`${text} is not a price`);
  return price;
}
