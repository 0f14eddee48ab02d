import { formatDay } from "~/core/dates";
import { assertNever } from "~/core/result";
import { classes } from "~/ui/classes";
import type { LineNote } from "./line-notes";

/** A note next to a cart line: what is wrong and what to do. */
export function LineNoteText({ note }: { note: LineNote }) {
  return (
    <p className={classes("text-sm", note.blocks ? "font-semibold text-wrong" : "text-muted")}>{noteText(note)}</p>
  );
}

function noteText(note: LineNote): string {
  switch (note.kind) {
    case "approval-not-started":
      return `This course’s approval starts ${formatDay(note.startsOn)}. Certificates can’t be issued before then. Remove it now, and order it on or after that date.`;
    case "approval-ended":
      return `This course’s approval ended ${formatDay(note.endsOn)}, so certificates can no longer be issued. Remove it to check out.`;
    case "approval-ends-soon":
      return note.days === 0
        ? "This course’s approval ends today. Pass the post-test today to earn your certificate."
        : `This course’s approval ends ${formatDay(note.endsOn)}, in ${note.days} ${note.days === 1 ? "day" : "days"}. Pass the post-test by then.`;
    case "out-of-stock":
      return "The printed book is out of stock. Remove it to check out. You can read the eBook right away.";
    case "too-few-copies":
      return `Only ${note.left} ${note.left === 1 ? "copy is" : "copies are"} left. Lower the quantity.`;
    case "several-people":
      return `For ${note.quantity} people. Each takes the post-test and gets a certificate in their own name.`;
    case "same-activity":
      return "Your cart has this course in more than one format. Each person can earn only one certificate for it.";
    case "bought-before":
      return "You’ve bought this course before. Each person can earn its credits only once, so buy it again only for someone else.";
    case "sample":
      return "This is a demo sample. It has no text and no post-test.";
    default:
      return assertNever(note);
  }
}
