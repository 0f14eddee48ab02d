import type { Finding, OrderCase } from "./case";

type Unit = OrderCase["units"][number];
type Words = { tone: Finding["tone"]; what: string; todo: string };

/** Why a learner of a paid order may find a course closed. What is open says so too: "I have no course" is mostly a lost link. */
export function diagnoseUnits({ state, units }: OrderCase): Finding[] {
  if (state !== "paid") return [];
  if (units.length === 0)
    return [
      {
        tone: "wrong",
        what: "Paid, but no course was opened for anybody.",
        todo: "This must not happen: tell whoever operates the shop.",
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
      todo: "It ended with a refund. To open it again, sell it again.",
    };
  switch (standing) {
    case "open":
      return { tone: "good", what: "open; the test can be taken.", todo: "The buyer’s page leads there." };
    case "passed":
      return { tone: "good", what: "passed; the certificate is issued.", todo: "The buyer’s page leads to it." };
    case "sample":
      return { tone: "good", what: "open.", todo: "It is a sample without a test of its own." };
    case "unnamed":
      return {
        tone: "wait",
        what: "nobody is named as the learner yet.",
        todo: "The buyer names a learner on their page; then the test opens.",
      };
    case "locked":
      return {
        tone: "wait",
        what: "three attempts failed, so the test is locked.",
        todo: "No fourth attempt is given; the buyer may ask for a refund or buy another unit.",
      };
    case "already-credited":
      return {
        tone: "wrong",
        what: "this person already has a certificate for the course.",
        todo: "The buyer can name somebody else, or gets a refund.",
      };
    case "not-begun":
      return {
        tone: "wait",
        what: "its approval has not begun yet.",
        todo: "The test opens on the approval’s first day.",
      };
    case "ended":
      return {
        tone: "wrong",
        what: "its approval has ended, so no credit can be earned.",
        todo: "Talk with the buyer: a refund may be fair.",
      };
    case "closed":
      return { tone: "wrong", what: "closed.", todo: "Look at the order’s refunds." };
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
