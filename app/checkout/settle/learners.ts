import { impossible } from "~/core/result";

type Person = { name: string; email: string };
type Facts = { purpose: "self" | "gift" | "colleagues"; certificateName: string; email: string; seats: Person[] };

/** Who learns with the first units of each course that an order holds, one after another. Whoever buys for colleagues and names
 *  nobody says later who they are. */
export function learnersOf({ purpose, certificateName, email, seats }: Facts): Person[] {
  switch (purpose) {
    case "self":
      return [{ name: certificateName, email }];
    case "gift":
    case "colleagues":
      return seats.map((seat) => ({ name: seat.name, email: seat.email }));
    default:
      return impossible(purpose);
  }
}
