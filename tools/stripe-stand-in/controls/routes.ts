import { json, Router } from "express";
import { runDue } from "../flow/alarm";
import { forgetOld } from "../flow/forget";
import { takePayment } from "../flow/pay";
import { settlePayment } from "../flow/settle";
import { requireLocalOrigin } from "../local-only";
import type { StandIn } from "../stand-in";
import { collectedFrom } from "./collected";
import { controlsOn, refused, said } from "./control";
import { describe } from "./describe";
import { faultOf } from "./fault-of";
import { moneyControls } from "./money";
import * as schemas from "./schemas";

/** Switches for tests and demos, under `/_control`. JSON in, JSON out, no key: the stand-in listens on this machine only. */
export function controlRoutes(standIn: StandIn): Router {
  const { world, settings, change } = standIn;
  const router = Router();
  router.use("/_control", requireLocalOrigin, json({ limit: "100kb" }));

  const on = controlsOn(router);
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
    return taken.kind === "not-open" ? { status: 409, body: taken } : said(taken);
  });

  on("/_control/sessions/:id/settle", schemas.SettlePayment, async ({ outcome }, id) => {
    const session = await change(() => settlePayment(standIn, id, outcome));
    return session ? said({ session }) : refused(409, `No payment of ${id} is processing.`);
  });

  moneyControls(standIn, on);

  on("/_control/fail", schemas.Fail, async (wanted) => {
    settings.faults.push(faultOf(wanted, standIn.clock.now()));
    return said({ faults: settings.faults });
  });

  router.delete("/_control/fail", (_request, response) => {
    settings.faults.length = 0;
    response.json({ faults: settings.faults });
  });

  return router;
}
