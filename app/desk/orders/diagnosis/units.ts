import type { Finding, OrderCase } from "./case";

type Unit = OrderCase["units"][number];
type Words = { tone: Finding["tone"]; what: string; todo: string };

/** Why a learner of a paid order can't open a course. Open courses are listed too: "I have no course" is usually a lost link. */
export function diagnoseUnits({ state, units }: OrderCase): Finding[] {
  if (state !== "paid") return [];
  if (units.length === 0)
    return [
      {
        tone: "wrong",
        what: "Paid, but no course access was created.",
        todo: "This should never happen. Contact whoever operates the shop.",
        remedies: [],
      },
    ];
  const groups = new Map<string, { words: Words; units: Unit[] }>();
  for (const unit of units) {
    const words = wordsOf(unit);
    const key = words.what;
    groups.set(key, { words, units: [...(groups.get(key)?.units ?? []), unit] });
  }
  return [...groups.values()].map(({ words, units: same }) => ({
    ...words,
    what: `${listOf(same)}: ${words.what}`,
    remedies: words.tone === "good" ? [] : ["buyer-page"],
  }));
}

function wordsOf({ standing, isWithdrawn }: Unit): Words {
  if (isWithdrawn)
    return {
      tone: "wait",
      what: "access was withdrawn.",
      todo: "It ended with a refund. To restore access, the course must be bought again.",
    };
  switch (standing) {
    case "open":
      return { tone: "good", what: "open; the test can be taken.", todo: "The buyer’s page links to it." };
    case "passed":
      return { tone: "good", what: "passed; the certificate is issued.", todo: "The buyer’s page links to it." };
    case "sample":
      return { tone: "good", what: "open.", todo: "It is a sample without a post-test." };
    case "unnamed":
      return {
        tone: "wait",
        what: "no learner is named yet.",
        todo: "The test opens when the buyer names a learner on the buyer’s page.",
      };
    case "unconfirmed":
      return {
        tone: "wait",
        what: "the learner has not confirmed yet.",
        todo: "The test opens when the learner uses the link in their e-mail. You can send it again, or correct the address.",
      };
    case "locked":
      return {
        tone: "wait",
        what: "three attempts failed, so the test is locked.",
        todo: "There is no fourth attempt. The buyer can request a refund or buy another unit.",
      };
    case "already-credited":
      return {
        tone: "wrong",
        what: "this person already has a certificate for the course.",
        todo: "The buyer can name someone else or get a refund.",
      };
    case "not-started":
      return {
        tone: "wait",
        what: "its approval has not started yet.",
        todo: "The test opens on the approval’s first day.",
      };
    case "ended":
      return {
        tone: "wrong",
        what: "its approval has ended, so no credit can be earned.",
        todo: "Contact the buyer. A refund may be fair.",
      };
    case "closed":
      return { tone: "wrong", what: "closed.", todo: "Check the order’s refunds." };
  }
}

function listOf(units: Unit[]): string {
  const counts = new Map<string, number>();
  for (const { title, participantName } of units) {
    const name = participantName ? `${title} (${participantName})` : title;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => (count > 1 ? `${count} × ${name}` : name)).join(", ");
}
