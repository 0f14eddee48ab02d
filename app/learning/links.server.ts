import { env } from "~/platform/env.server";
import { isSignatureOf, signatureOf } from "~/platform/secrets.server";

/** The signed path of an enrolment's pages; whoever has the link is the learner. `page`: "", "read", "test", "certificate" … */
export function learningPath(enrolmentId: string, page = ""): string {
  return ["/learning", enrolmentId, signatureOf("learning", enrolmentId), page].filter((part) => part !== "").join("/");
}

/** Throws a 404 where the signature is not ours: a guessed or edited address finds nothing. */
export function requireLearningLink(params: { enrolment?: string; signature?: string }): string {
  const { enrolment = "", signature = "" } = params;
  if (!isSignatureOf("learning", enrolment, signature))
    throw new Response("This link is not complete. Open it again from your order page.", { status: 404 });
  return enrolment;
}

export function learningUrl(enrolmentId: string): string {
  return `${env().SHOP_URL}${learningPath(enrolmentId)}`;
}
