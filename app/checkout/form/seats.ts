import { z } from "zod";
import { duplicateIndexes } from "~/core/duplicate-indexes";
import { customerKeyOf, Email } from "~/core/email";
import { CertificateName, Participant } from "~/learning/participant/participant";

/** The most rows a page shows; more people are typed as a list. */
export const maximumRows = 10;
/** Characters; enough for as many people as an order can hold, with long names. */
const maximumListLength = 60_000;

/** A row with both fields empty is skipped. */
const Row = z
  .object({ name: CertificateName.optional(), email: Email.optional() })
  .optional()
  .superRefine((row, context) => {
    if (row?.name && !row.email)
      context.addIssue({ code: "custom", path: ["email"], message: "Enter this person’s e-mail address." });
    if (row?.email && !row.name)
      context.addIssue({ code: "custom", path: ["name"], message: "Enter this person’s name." });
  });

/** Form rows, at most `most`: each names one person, and no person appears twice (EDUCATION 9). */
export function seatRows(most: number) {
  return z
    .array(Row)
    .max(most, tooMany(most))
    .superRefine((rows, context) => {
      for (const index of repeatedPeople(rows.map((row) => row?.email)))
        context.addIssue({ code: "custom", path: [index, "email"], message: twice });
    })
    .optional()
    .transform((rows = []): Participant[] =>
      rows.flatMap((row) => (row?.name && row.email ? { name: row.name, email: row.email } : [])),
    );
}

/** The same people as text, one per line: "Name, e-mail". */
export function seatList(most: number) {
  return z
    .string()
    .max(maximumListLength, "This list is too long.")
    .optional()
    .transform((text = "", context): Participant[] => {
      const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
      const read = lines.flatMap((line, index) => (line === "" ? [] : { number: index + 1, person: readLine(line) }));
      const problem = (message: string) => context.addIssue({ code: "custom", message });
      for (const { number, person } of read)
        if (!person.success) problem(`Line ${number}: enter a name and an e-mail address, separated by a comma.`);
      const people = read.flatMap(({ person }) => (person.success ? person.data : []));
      if (read.length > most) problem(tooMany(most));
      for (const index of repeatedPeople(read.map(({ person }) => person.data?.email)))
        problem(`Line ${read[index]?.number}: ${twice}`);
      return people;
    });
}

/** "Lim, Ada, ada@example.com" is a name with a comma. */
function readLine(line: string) {
  const at = Math.max(line.lastIndexOf(","), line.lastIndexOf("\t"), line.lastIndexOf(";"));
  return Participant.safeParse({ name: line.slice(0, Math.max(at, 0)), email: line.slice(at + 1) });
}

/** Indexes of e-mails that appear earlier in the list. Missing e-mails never count as repeated. */
function repeatedPeople(emails: (string | undefined)[]): number[] {
  return duplicateIndexes(emails.map((email, index) => (email ? customerKeyOf(email) : index)));
}

const twice = "This person is listed twice. Each person can earn credit for a course only once.";

function tooMany(most: number): string {
  return most === 1 ? "Your cart has 1 unit of each course." : `Your cart has at most ${most} units of any course.`;
}
