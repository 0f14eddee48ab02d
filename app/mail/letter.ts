/** One piece of a letter. Words only: how they look is the business of `letter-html.tsx` and `letter-text.ts`. */
export type Part =
  | { kind: "text"; text: string }
  /** What somebody wrote, word for word. */
  | { kind: "quote"; by: string; text: string }
  | { kind: "items"; items: Item[] }
  /** Amounts in a column; the last one is the sum. */
  | { kind: "totals"; rows: { label: string; amount: string }[] }
  | { kind: "facts"; rows: { label: string; lines: string[] }[] }
  | { kind: "links"; rows: { label: string; notes: string[]; url: string }[] }
  /** The one thing to do next; `lead` introduces it. */
  | { kind: "button"; lead?: string; label: string; url: string };

export type Item = {
  quantity: number;
  title: string;
  formatName: string;
  prices?: string;
  explanation?: string;
  amount?: string;
};

/** What a letter says: HTML and plain text are both made from this. */
export type Letter = {
  subject: string;
  title: string;
  parts: Part[];
  /** Why the reader gets it; stands at its end. */
  reason: string;
  /** Where the reader can say that no such letter shall come any more; only where letters are not owed to a purchase. */
  optOutUrl?: string;
};

/** Whose letter it is. */
export type Sender = { name: string; address: string[]; email: string; phone: string };
