import { renderToStaticMarkup } from "react-dom/server";
import type { Letter, Sender } from "./letter";
import { LetterHtml } from "./letter-html";
import { letterText } from "./letter-text";

export type Composed = { subject: string; html: string; text: string };

/** Mail programs lay tables out by it as the letters expect. */
const doctype =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/** Both bodies of a letter, from its one source. */
export function composeLetter(letter: Letter, shop: Sender): Composed {
  const html = doctype + renderToStaticMarkup(<LetterHtml letter={letter} shop={shop} />);
  return { subject: letter.subject, html, text: letterText(letter, shop) };
}
