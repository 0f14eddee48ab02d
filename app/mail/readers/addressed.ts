import type { Result } from "~/core/result";
import type { Letter } from "../render/letter";

/** A letter's recipient; the name is for display only. */
export type Recipient = { name?: string; address: string };

export type Addressed = { to: Recipient; letter: Letter };

export type NoLetter =
  /** No longer true (the course has been passed): it is not sent, and no one needs to look. */
  | { kind: "not-needed"; why: string }
  /** Can never be written: its data is missing or its kind is unknown. A person must look. */
  | { kind: "impossible"; why: string };

export type Read = Promise<Result<Addressed, NoLetter>>;
