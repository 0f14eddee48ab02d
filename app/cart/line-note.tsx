import { formatDay } from "~/core/dates";
import { impossible } from "~/core/result";
import { classes } from "~/ui/classes";
import type { LineNote } from "./line-notes";

/** A note in the words of the cart: what is the matter, and what to do. */
export function LineNoteText({ note }: { note: LineNote }) {
  return (
    <p className={classes("text-sm", note.blocks ? "font-semibold text-wrong" : "text-muted")}>{wordsFor(note)}</p>
  );
}

function wordsFor(note: LineNote): string {
  switch (note.kind) {
    case "approval-not-begun":
      return `The approval begins on ${formatDay(note.startsOn)}: no certificate could be issued before. Please remove this course, and order it from that day on.`;
    case "approval-ended":
      return `The approval ended on ${formatDay(note.endsOn)}: no certificate could be issued. Please remove this course.`;
    case "approval-ends-soon":
      return note.days === 0
        ? "The approval ends today: pass the post-test today, or it will not count."
        : `The approval ends on ${formatDay(note.endsOn)}, in ${note.days} ${note.days === 1 ? "day" : "days"}: pass the post-test by then.`;
    case "out-of-stock":
      return "The book is out of stock. Please remove it; the eBook is read at once.";
    case "too-few-copies":
      return `Only ${note.left} ${note.left === 1 ? "copy is" : "copies are"} left. Please lower the quantity.`;
    case "several-people":
      return `For ${note.quantity} people: each takes the post-test and gets a certificate in their own name.`;
    case "same-activity":
      return "You have this course in more than one format. A person gets one certificate for it.";
    case "bought-before":
      return "You have bought this course before. Its credits count once for a person; buy it again only for somebody else.";
    case "sample":
      return "A sample of this demonstration: it has no text and no post-test behind it.";
    default:
      return impossible(note);
  }
}
