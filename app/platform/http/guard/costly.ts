import { type AddressName, addresses } from "~/addresses/addresses";
import { addressNameOf } from "~/addresses/name-of";
import { createTurns, type Turns } from "./turns";

/** Documents are drawn in this process: a page of a listing takes a few milliseconds, a hundred labels a second. */
const documents = createTurns({ atOnce: 2, waiting: 40, perClient: 8 });
/** Every word is looked up with its misspellings, or a cart is priced with every promotion. */
const searches = createTurns({ atOnce: 4, waiting: 100, perClient: 20 });
/** Ten thousand codes are made and stored, or all that is held about one person is read. */
const bulk = createTurns({ atOnce: 2, waiting: 20, perClient: 4 });
const bulkPages = new Set<AddressName>([
  "staffPromotionCodes",
  "staffPromotionCodesCsv",
  "accountData",
  "staffPrivacyData",
]);
const simulators = new Set<AddressName>(["staffSimulator", "staffSimulatorJson"]);

/** Whose turn a request has to wait for; undefined if its work is small. */
export function turnsFor(path: string, query: string): Turns | undefined {
  const name = addressNameOf(path);
  if (!name) return undefined;
  if (/[./]pdf$/.test(addresses[name])) return documents;
  if (bulkPages.has(name)) return bulk;
  if (simulators.has(name) || (name === "catalog" && /(^|&)q=[^&]/.test(query))) return searches;
  return undefined;
}
