import { lookUp } from "~/core/look-up";

const words = {
  retried: "Trying again now. If it fails, it will come back to this list.",
  handled: "Done. The message was handled.",
  discarded: "Discarded. The audit log has a copy and your reason.",
  over: "Nothing to do: it has already been sent, handled, or discarded.",
};
export type MessageDone = keyof typeof words;

/** The message for `done` in the URL. */
export function messageDoneText(done: string | null): string | undefined {
  return lookUp(words, done);
}
