import type { Result } from "~/core/result";
import type { Letter } from "../letter";

/** To whom a letter goes; the name is only shown. */
export type Recipient = { name?: string; address: string };

export type Addressed = { to: Recipient; letter: Letter };

export type NoLetter =
  /** What it would tell is not true any more (the course was passed meanwhile): it is not sent, and nobody need look. */
  | { kind: "not-needed"; why: string }
  /** It can never be written: what it tells of is missing, or nobody knows such a letter. A person must look. */
  | { kind: "impossible"; why: string };

export type Read = Promise<Result<Addressed, NoLetter>>;
