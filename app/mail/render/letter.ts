/** One part of a letter. Content only; `html.tsx` and `text.ts` format it. */
export type Part =
  | { kind: "text"; text: string }
  /** What someone wrote, verbatim. */
  | { kind: "quote"; by: string; text: string }
  | { kind: "items"; items: Item[] }
  /** Amounts in a column; the last one is the total. */
  | { kind: "totals"; rows: { label: string; amount: string }[] }
  | { kind: "facts"; rows: { label: string; lines: string[] }[] }
  | { kind: "links"; rows: { label: string; notes: string[]; url: string }[] }
  /** The call to action; `lead` introduces it. */
  | { kind: "button"; lead?: string; label: string; url: string };

export type Item = {
  quantity: number;
  title: string;
  formatName: string;
  prices?: string;
  explanation?: string;
  amount?: string;
};

/** A letter's content, the source of both HTML and plain text. */
export type Letter = {
  subject: string;
  title: string;
  parts: Part[];
  /** Why the reader gets it, shown at the end. */
  reason: string;
  /** Unsubscribe page; only for letters that aren't part of a purchase. */
  optOutUrl?: string;
};

/** The sender. */
export type Sender = { name: string; address: string[]; email: string; phone: string };
