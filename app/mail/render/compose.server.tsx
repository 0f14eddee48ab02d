import { renderToStaticMarkup } from "react-dom/server";
import { LetterHtml } from "./html";
import type { Letter, Sender } from "./letter";
import { letterText } from "./text";

export type Composed = { subject: string; html: string; text: string };

/** Makes mail programs lay out tables as the letters expect. */
const doctype =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/** The HTML and text bodies of a letter, from one source. */
export function composeLetter(letter: Letter, shop: Sender): Composed {
  const html = doctype + renderToStaticMarkup(<LetterHtml letter={letter} shop={shop} />);
  return { subject: letter.subject, html, text: letterText(letter, shop) };
}
