import { bodies } from "./bodies";
import { headers } from "./headers";
import { limits } from "./limits";
import { fewest, matrix } from "./matrix";
import { changedTables, readRows } from "./rows";
import { closeConnections, send } from "./send";
import { tokens } from "./tokens";
import type { Attack, Group, Target } from "./verdict";

export type Row = { title: string; tried: number; letIn: string[] };

/** Plays every attack, or those of the groups whose title begins with `only`. Limits come last: they close doors. */
export async function attack(target: Target, only = "", show = print): Promise<Row[]> {
  const { cast } = target;
  const groups = [...matrix(cast), ...tokens(cast), ...headers(cast), ...bodies(cast), ...limits()];
  const rows: Row[] = [];
  for (const group of groups.filter(({ title }) => title.startsWith(only))) {
    const row = await play(group, target);
    show(row);
    rows.push(row);
  }
  closeConnections();
  return rows;
}

async function play({ title, rows, atOnce, attacks, find }: Group, target: Target): Promise<Row> {
  const before = await readRows(target.cast);
  const all = [...attacks, ...((await find?.(target)) ?? [])];
  const waiting = [...all];
  const letIn: string[] = [];
  const workers = Array.from({ length: atOnce }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) letIn.push(...(await tryOne(next, target)));
  });
  await Promise.all(workers);
  const changed = changedTables(before, await readRows(target.cast), rows === "may be added");
  if (changed.length > 0) letIn.push(`${title} changed rows of ${changed.join(", ")}`);
  // A shop that has stopped would let nobody in.
  const health = await send(target.url, "/healthz");
  if (health.status !== 200) letIn.push(`after ${title} the shop's health is ${health.status}`);
  letIn.push(...(await lostSessions(target)).map((who) => `after ${title} ${who} has lost the session`));
  return { title, tried: all.length, letIn };
}

/** Keeping out the cookie of a session that has ended would prove nothing. */
async function lostSessions({ url, cast }: Target): Promise<string[]> {
  const sessions = [
    { who: "the owner", path: `/account/orders/${cast.owner.order}`, Cookie: cast.owner.cookie },
    { who: "the attacker", path: `/account/orders/${cast.attacker.order}`, Cookie: cast.attacker.cookie },
    { who: "the staff member", path: "/staff/orders", Cookie: cast.staffCookie },
  ];
  const answers = await Promise.all(sessions.map(({ path, Cookie }) => send(url, path, { headers: { Cookie } })));
  return sessions.filter((_, index) => answers[index]?.status !== 200).map(({ who }) => who);
}

async function tryOne({ name, rule, run }: Attack, target: Target): Promise<string[]> {
  const { letIn, saw } = await run(target);
  return letIn ? [`${name}: ${saw} (docs/rules/security.md, ${rule})`] : [];
}

/** Prints a group's line and what was let in. */
export function print({ title, tried, letIn }: Row): void {
  console.log(`${String(tried).padStart(6)} tried ${String(letIn.length).padStart(4)} let in  ${title}`);
  for (const line of letIn.slice(0, 20)) console.log(`         ${line}`);
  if (letIn.length > 20) console.log(`         and ${letIn.length - 20} more`);
}

/** The last line, and whether nothing was let in and enough was tried: with the list of addresses shrinks what is tried. */
export function summary(rows: Row[], only = ""): { line: string; isGood: boolean } {
  const tried = rows.reduce((sum, row) => sum + row.tried, 0);
  const letIn = rows.reduce((sum, row) => sum + row.letIn.length, 0);
  const isEnough = only === "" ? tried >= fewest : tried > 0;
  const tooFew = isEnough ? "" : `Too few: the addresses and methods alone make ${fewest}.\n`;
  return { line: `${tooFew}${tried} tried, ${letIn} let in`, isGood: isEnough && letIn === 0 };
}
