/** Markup that is safe to send as is. Only `html` creates it, and only from templates in this code. */
export type Html = { readonly markup: string };

type Part = string | number | Html | false | null | undefined | Part[];

/** A template in which every value is escaped unless it is `Html` itself. False, null, and undefined print nothing. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return {
    markup: strings.map((string, index) => string + (index < parts.length ? write(parts[index]) : "")).join(""),
  };
}

/** For the page's own style and script, which contain no outside data. */
export const trusted = (markup: string): Html => ({ markup });

function write(part: Part): string {
  if (part === undefined || part === null || part === false) return "";
  if (Array.isArray(part)) return part.map(write).join("");
  return typeof part === "object" ? part.markup : escapeMarkup(String(part));
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escapeMarkup = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
