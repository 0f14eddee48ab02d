import { randomBytes } from "node:crypto";
import { type Response, Router, urlencoded } from "express";
import type Stripe from "stripe";
import { takePayment } from "../flow/pay";
import { repriceOpen } from "../flow/reprice";
import { requireLocalOrigin } from "../local-only";
import { askedAddress } from "../objects/asked-address";
import { successAddress } from "../objects/session";
import type { StandIn } from "../stand-in";
import { collect, findProblems, readValues } from "./checkout-form";
import { completePage, expiredPage, lostPage, missingPage, unknownChoicePage } from "./closed-pages";
import { type Choice, readChoice } from "./endings";
import { contentSecurityPolicy, layout, type Page } from "./layout";
import { openPage } from "./open-page";

type Session = Stripe.Checkout.Session;

/** The hosted page: what Stripe shows at the session's `url`. */
export function pageRoutes(standIn: StandIn): Router {
  const { world, merchant, clock } = standIn;
  const router = Router();

  router.get("/pay/:id", (request, response) => {
    const session = world.sessions[request.params.id];
    show(response, session ? pageOf(session) : missingPage(), session);
  });

  router.post(
    "/pay/:id",
    requireLocalOrigin,
    urlencoded({ extended: false, limit: "50kb" }),
    (request, response, next) => {
      const session = world.sessions[request.params.id ?? ""];
      const choice = readChoice(request.body.outcome);
      if (!session) show(response, missingPage());
      else if (!choice) show(response, unknownChoicePage(), session);
      else pay(response, session, choice, request.body).catch(next);
    },
  );

  return router;

  function pageOf(session: Session): Page {
    if (session.status === "complete") return completePage(session, merchant);
    // By the clock as well as by status: the timer may be a few milliseconds late.
    if (session.status !== "open" || session.expires_at <= clock.now()) return expiredPage(session, merchant);
    return openPage(standIn, { session });
  }

  async function pay(response: Response, session: Session, choice: Choice, body: Record<string, unknown>) {
    const values = readValues(body);
    const asked = askedAddress(session, world.customers[String(session.customer)]);
    const problems = choice.skipsChecks ? {} : findProblems(session, asked, values);
    if (session.status === "open" && Object.keys(problems).length > 0) {
      return show(response, openPage(standIn, { session, values, problems, status: 422 }), session);
    }
    const collected = collect(session, asked, values);
    if (session.status === "open" && !choice.skipsChecks && session.automatic_tax.enabled) {
      const priced = await standIn.change(() => repriceOpen(standIn, session.id, collected));
      const isNewTotal = priced && values.shown_total !== String(priced.amount_total);
      if (isNewTotal) return show(response, openPage(standIn, { session: priced, values, isNewTotal }), priced);
    }
    const taken = await standIn.change(() => takePayment(standIn, session.id, choice.outcome, collected));
    if (taken.kind === "declined") {
      return show(response, openPage(standIn, { session: taken.session, values, status: 402 }), taken.session);
    }
    if (taken.session.status !== "complete") return show(response, pageOf(taken.session), taken.session);
    if (choice.name === "paid_redirect_lost") return show(response, lostPage(taken.session, merchant), taken.session);
    // Also for `not-open`: the second click of a double click goes where the first one did, and pays nothing.
    response.redirect(303, successAddress(taken.session));
  }
}

function show(response: Response, page: Page, session?: Session): void {
  const nonce = randomBytes(16).toString("base64url");
  const leadsTo = session?.success_url ? [new URL(session.success_url).origin] : [];
  response
    .status(page.status)
    .set("Content-Security-Policy", contentSecurityPolicy(nonce, leadsTo))
    .set("Cache-Control", "no-store")
    .set("X-Content-Type-Options", "nosniff")
    .type("html")
    .send(layout(page, nonce));
}
