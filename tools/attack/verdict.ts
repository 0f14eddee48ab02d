import type { Cast } from "./cast";
import type { Answer } from "./send";

/** The shop under attack. */
export type Target = { url: string; webhookSecret: string; cast: Cast };
/** What became of an attempt; `saw` is what the shop answered. */
export type Verdict = { letIn: boolean; saw: string };
/** One attempt. `rule` is the number in docs/rules/security.md that keeps it out. */
export type Attack = { name: string; rule: string; run: (target: Target) => Promise<Verdict> };
/** Attempts of one kind. `rows` says what they may do to the database, besides the attacker's own rows: nothing, or add some. */
export type Group = {
  title: string;
  rows: "unchanged" | "may be added";
  atOnce: number;
  attacks: Attack[];
  /** More attacks, which depend on what the shop shows when the group's turn comes. */
  find?: (target: Target) => Promise<Attack[]>;
};

/** What no visitor may see of the shop's insides. */
const insides = /\bat [\w.<>]+ \(|node_modules|PrismaClient|\.server\.ts|SQLITE_|SqliteError|PostgresError/;
/** A tag that only the attacker sends; unescaped in a page, it would be the page's own. */
export const tag = "<zqx-attack>";

/** Holds for every answer, whatever was tried: no failure, nothing of the owner's, nothing of the insides, no tag of the attacker's.
 *  `isRefused` says more for this attempt. */
export function judge(answer: Answer, { cast }: Target, isRefused?: (answer: Answer) => boolean): Verdict {
  const everything = `${JSON.stringify(answer.headers)}\n${answer.body}`;
  const said = `${answer.status}${answer.headers.location ? ` to ${answer.headers.location}` : ""}`;
  const marker = cast.ownerMarkers.find((text) => everything.includes(text));
  if (marker) return { letIn: true, saw: `${said} shows the owner's "${marker}"` };
  const isBusy = answer.status === 503 && answer.headers["retry-after"] !== undefined;
  if (answer.status >= 500 && !isBusy) return { letIn: true, saw: `${said}: the shop failed` };
  if (insides.test(answer.body)) return { letIn: true, saw: `${said} shows the shop's insides` };
  const isPage = answer.headers["content-type"]?.startsWith("text/html");
  if (isPage && answer.body.includes(tag)) return { letIn: true, saw: `${said} has the attacker's tag` };
  if (isRefused && !isRefused(answer)) return { letIn: true, saw: said };
  return { letIn: false, saw: said };
}

export const isRefusal = ({ status }: Answer) => status >= 400 && status < 500;
