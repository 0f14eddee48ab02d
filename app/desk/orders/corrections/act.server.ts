import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { z } from "zod";
import type { OrderId } from "~/core/ids";
import { assertNever, failed, ok, type Result } from "~/core/result";
import { sendMailSoon } from "~/mail/deliver/deliver.server";
import { resendMail } from "~/mail/desk/resend.server";
import { NewLinksForm, sendNewLinks } from "~/mail/resend/new-links.server";
import { db } from "~/platform/db/client.server";
import { SettleRefundForm, settleRefund } from "~/refunds/desk/settle.server";
import { type OrderAct, orderActs } from "./acts";
import { correctAddress } from "./address.server";
import { askStripe } from "./ask-stripe.server";
import { cancelOrder } from "./cancel.server";
import type { OrderDone } from "./done";
import { correctEmail } from "./email.server";
import { AddressForm, EmailForm, NameForm, NoteForm, ResendForm } from "./forms";
import { correctName } from "./name.server";
import { addNote } from "./note.server";

/** What the page shows after a refused action: the form as typed, or a sentence. */
export type OrderAnswer = { act?: OrderAct; reply?: SubmissionResult; refusal?: string };
type Refusal = { status: 400 | 409 | 503; answer: OrderAnswer };

/** Performs the action of a form on the order's page. Throws a 404 if the order does not exist. */
export async function actOnOrder(form: FormData, orderId: OrderId, by: string): Promise<Result<OrderDone, Refusal>> {
  if ((await db().order.count({ where: { id: orderId } })) === 0)
    throw new Response("We couldn’t find this order.", { status: 404 });
  const acted = await act(form, orderId, by);
  if (acted.ok) sendMailSoon();
  return acted;
}

async function act(form: FormData, orderId: OrderId, by: string): Promise<Result<OrderDone, Refusal>> {
  const { data: kind } = z.enum(orderActs).safeParse(form.get("act"));
  if (!kind) return failed({ status: 400, answer: { refusal: "We don’t recognize this button. Reload the page." } });
  switch (kind) {
    case "ask-stripe":
      return answered(kind, await askStripe(orderId, by), (asked) => `asked-${asked}`);
    case "cancel":
      return answered(kind, await cancelOrder(orderId, by), () => "cancelled");
    case "resend":
      return withForm(kind, form, ResendForm, (value) => resendMail(orderId, value, by), "resent");
    case "new-links":
      return withForm(kind, form, NewLinksForm, (value) => sendNewLinks(orderId, value, by), "links-sent");
    case "correct-email":
      return withForm(
        kind,
        form,
        EmailForm,
        (value) => correctEmail(orderId, value, by),
        ({ kept }) => (kept > 0 ? "email-kept" : "email-changed"),
      );
    case "correct-name":
      return withForm(kind, form, NameForm, (value) => correctName(orderId, value, by), "name-changed");
    case "correct-address":
      return withForm(kind, form, AddressForm, (value) => correctAddress(orderId, value, by), "address-changed");
    case "settle-refund":
      return withForm(kind, form, SettleRefundForm, (value) => settleRefund(orderId, value, by), "refund-settled");
    case "note":
      return withForm(kind, form, NoteForm, async ({ text }) => ok(await addNote(orderId, text, by)), "noted");
    default:
      return assertNever(kind);
  }
}

/** Why an action was refused, and what to do. */
const refusalText = {
  unreachable: "Stripe can’t be reached right now, so nothing was changed. Try again in a minute.",
  gone: "This e-mail can no longer be sent. Check which e-mails the order offers now.",
  unpaid: "This order hasn’t been paid, so there are no links to send.",
  changed: "Someone else has changed this. Check the current value, then try again.",
  shipped: "A parcel from this order has already shipped, so its address can’t be changed.",
  certified: "The certificate was issued under this name, so it can’t be changed.",
  tested: "A test was submitted with this address, so it can’t be changed. The certificate belongs to it.",
  "another-person": "A test was submitted under this name, so only the spelling can be corrected.",
};

type Problem = keyof typeof refusalText;

async function withForm<Value, Done, Read>(
  act: OrderAct,
  form: FormData,
  schema: z.ZodType<Read, Value>,
  work: (read: Read) => Promise<Result<Done, Problem>>,
  done: OrderDone | ((value: Done) => OrderDone),
): Promise<Result<OrderDone, Refusal>> {
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success")
    return failed({ status: 400, answer: { act, reply: submission.reply() as SubmissionResult } });
  const worked = await work(submission.value as Read);
  if (worked.ok) return ok(typeof done === "function" ? done(worked.value) : done);
  const reply = submission.reply({ formErrors: [refusalText[worked.problem]] }) as SubmissionResult;
  return failed({ status: 409, answer: { act, reply } });
}

function answered<Done>(
  act: OrderAct,
  worked: Result<Done, "unreachable">,
  done: (value: Done) => OrderDone,
): Result<OrderDone, Refusal> {
  if (worked.ok) return ok(done(worked.value));
  return failed({ status: 503, answer: { act, refusal: refusalText.unreachable } });
}
