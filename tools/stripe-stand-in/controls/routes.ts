import { json, type Request, type Response, Router } from "express";
import type { z } from "zod";
import { runDue } from "../flow/alarm";
import { forgetOld } from "../flow/forget";
import { takePayment } from "../flow/pay";
import { settle } from "../flow/refund";
import { settlePayment } from "../flow/settle";
import { refuseOtherSites } from "../local-only";
import type { StandIn } from "../stand-in";
import { collectedFrom } from "./collected";
import { describe } from "./describe";
import { faultOf } from "./fault-of";
import * as schemas from "./schemas";

/** An answer of a control: what it says, or a refusal. */
type Said = { status?: number; body: object };
const said = (body: object): Said => ({ body });
const refused = (status: number, message: string): Said => ({ status, body: { error: { message } } });

/** Switches for tests and demos, under `/_control`. JSON in, JSON out, no key: the stand-in listens to this machine only. */
export function controlRoutes(standIn: StandIn): Router {
  const { world, settings, change } = standIn;
  const router = Router();
  router.use("/_control", refuseOtherSites, json({ limit: "100kb" }));

  router.get("/_control", (_request, response) => response.json(describe(standIn)));
  router.get("/_control/deliveries", (_request, response) => response.json({ data: Object.values(world.deliveries) }));

  on("/_control/clock", schemas.AdvanceClock, async ({ advanceSeconds }) => {
    await change(() => {
      world.clockOffsetSeconds += advanceSeconds;
      runDue(standIn);
      forgetOld(world, standIn.clock.now());
    });
    return said({ now: standIn.clock.now() });
  });

  on("/_control/webhooks", schemas.SetWebhooks, async ({ mode, delayMs, url, secret }) => {
    if (mode) settings.webhookMode = mode;
    if (delayMs !== undefined) settings.webhookDelayMs = delayMs;
    if (url !== undefined) settings.webhookUrl = url;
    if (secret) settings.webhookSecrets = secret.split(",");
    standIn.deliveries.sendDue();
    return said(describe(standIn).webhooks);
  });

  on("/_control/webhooks/flush", schemas.Flush, async ({ order }) => {
    if (!settings.webhookUrl) return refused(409, "No webhook address is set.");
    return said({ data: await standIn.deliveries.flush(order) });
  });

  on("/_control/events/:id/redeliver", schemas.Redeliver, async ({ times }, id) => {
    if (!settings.webhookUrl) return refused(409, "No webhook address is set.");
    if (!world.events[id]) return refused(404, `No such event: ${id}`);
    return said({ data: await standIn.deliveries.redeliver(id, times) });
  });

  on("/_control/sessions/:id/pay", schemas.Pay, async (payment, id) => {
    const session = world.sessions[id];
    if (!session) return refused(404, `No such session: ${id}`);
    const collected = collectedFrom(world, session, payment);
    if (!collected) return refused(400, `The session has no shipping option ${payment.shippingOption}.`);
    const taken = await change(() => takePayment(standIn, id, payment.outcome, collected));
    return { status: taken.kind === "not-open" ? 409 : 200, body: taken };
  });

  on("/_control/sessions/:id/settle", schemas.SettlePayment, async ({ outcome }, id) => {
    const session = await change(() => settlePayment(standIn, id, outcome));
    return session ? said({ session }) : refused(409, `No payment of ${id} is processing.`);
  });

  on("/_control/tax", schemas.SetTax, async ({ sessionSkewCents }) => {
    settings.taxSkewCents = sessionSkewCents;
    return said({ sessionSkewCents });
  });

  on("/_control/refunds", schemas.SetRefunds, async ({ mode }) => {
    settings.refundMode = mode;
    return said({ mode });
  });

  on("/_control/refunds/:id/settle", schemas.SettleRefund, async ({ outcome }, id) => {
    const refund = world.refunds[id];
    if (!refund) return refused(404, `No such refund: ${id}`);
    const settled = await change(() => settle(standIn, refund, outcome));
    return settled ? said({ refund: settled }) : refused(409, `Refund ${id} is already ${refund.status}.`);
  });

  on("/_control/fail", schemas.Fail, async (wanted) => {
    settings.faults.push(faultOf(wanted, standIn.clock.now()));
    return said({ faults: settings.faults });
  });

  router.delete("/_control/fail", (_request, response) => {
    settings.faults.length = 0;
    response.json({ faults: settings.faults });
  });

  return router;

  /** A control: reads its JSON with the schema, and answers 400 with every complaint when it does not fit. */
  function on<T>(path: string, schema: z.ZodType<T>, act: (input: T, id: string) => Promise<Said>): void {
    router.post(path, async (request: Request, response: Response, next) => {
      const input = schema.safeParse(request.body ?? {});
      const answer = input.success
        ? act(input.data, request.params.id ?? "")
        : Promise.resolve(refused(400, complaints(input.error)));
      await answer.then(({ status = 200, body }) => response.status(status).json(body), next);
    });
  }
}

function complaints(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`).join("; ");
}
