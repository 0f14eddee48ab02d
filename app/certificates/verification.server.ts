import { auditRefusal } from "~/audit/refusal.server";
import { db } from "~/platform/db/client.server";
import { createNetworkLimit } from "~/platform/limits/rate-limit.server";
import { Snapshot } from "./snapshot";
import { type Verification, VerificationCode } from "./verification";

export type VerificationAnswer =
  | { kind: "found"; certificate: Verification }
  | { kind: "unknown" }
  | { kind: "wait"; seconds: number };

const perVisitor = createNetworkLimit("certificate-checks", 30, 60);

/** Looks up a code. Limited to 30 a minute for each network. */
export async function verifyCertificate(code: string, clientAddress: string): Promise<VerificationAnswer> {
  const seconds = await perVisitor.use(clientAddress);
  if (seconds > 0) {
    await auditRefusal({ action: "certificate.too-many-attempts", subject: "certificate:unknown" });
    return { kind: "wait", seconds };
  }
  const known = VerificationCode.safeParse(code);
  const row = known.success
    ? await db().certificate.findUnique({ where: { verificationCode: known.data } })
    : undefined;
  if (!row) return { kind: "unknown" };
  const { participant, courseTitle, completedOn, credits, category } = Snapshot.parse(row.snapshot);
  const status = row.demo ? "demonstration" : "valid";
  return { kind: "found", certificate: { status, participant, courseTitle, completedOn, credits, category } };
}
