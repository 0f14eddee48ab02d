import { assertNever } from "~/core/result";

type Person = { name: string; email: string };
type Facts = { purpose: "self" | "gift" | "colleagues"; certificateName: string; email: string; seats: Person[] };

/** The learners of an order's first units of each course, in order. A buyer who names no colleagues adds them later. */
export function learnersOf({ purpose, certificateName, email, seats }: Facts): Person[] {
  switch (purpose) {
    case "self":
      return [{ name: certificateName, email }];
    case "gift":
    case "colleagues":
      return seats.map((seat) => ({ name: seat.name, email: seat.email }));
    default:
      return assertNever(purpose);
  }
}
