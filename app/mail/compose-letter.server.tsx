import { render } from "@react-email/render";
import type { Letter, Sender } from "./letter";
import { LetterHtml } from "./letter-html";
import { letterText } from "./letter-text";

export type Composed = { subject: string; html: string; text: string };

/** Both bodies of a letter, from its one source. */
export async function composeLetter(letter: Letter, shop: Sender): Promise<Composed> {
  const html = await render(<LetterHtml letter={letter} shop={shop} />);
  return { subject: letter.subject, html, text: letterText(letter, shop) };
}
