import { assertNever } from "~/core/result";
import type { Item, Letter, Part, Sender } from "./letter";

/** A letter as plain text, as complete as its HTML. Every URL is on its own line. */
export function letterText({ title, parts, reason, optOutUrl }: Letter, shop: Sender): string {
  const blocks = [
    title,
    ...parts.map(textOf),
    ["-- ", shop.name, ...shop.address, shop.email, shop.phone].join("\n"),
    [reason, ...(optOutUrl ? [`Stop reminders for this course: ${optOutUrl}`] : [])].join("\n"),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function textOf(part: Part): string {
  switch (part.kind) {
    case "text":
      return part.text;
    case "quote":
      return `${part.by}:\n${part.text.replace(/^/gm, "> ")}`;
    case "items":
      return part.items.map(itemText).join("\n");
    case "totals":
      return part.rows.map(({ label, amount }) => `${label}: ${amount}`).join("\n");
    case "facts":
      return part.rows
        .map(({ label, lines }) =>
          lines.length > 1 ? [`${label}:`, ...lines.map(indented)].join("\n") : `${label}: ${lines.join()}`,
        )
        .join("\n");
    case "links":
      return part.rows.map(({ label, notes, url }) => [label, ...notes.map(indented), url].join("\n")).join("\n\n");
    case "button":
      return `${part.lead ?? `${part.label}:`}\n${part.url}`;
    default:
      return assertNever(part);
  }
}

function itemText({ quantity, title, formatName, prices, explanation, amount }: Item): string {
  const bought = `${quantity} x ${title} (${formatName})`;
  const line = amount === undefined ? bought : `${bought} ${prices}: ${amount}`;
  return explanation === undefined ? line : `${line}\n${indented(explanation)}`;
}

function indented(text: string): string {
  return `    ${text}`;
}
