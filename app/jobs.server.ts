import { sweepEvents, sweepOrders } from "~/checkout/events/sweep.server";
import { forgetStartedPayments } from "./checkout/order/payment-limits.server";
import { postBalance } from "./ledger/post/balance.server";
import { reconcileDays } from "./ledger/reconcile/days.server";
import { deliverMail } from "./mail/deliver/deliver.server";
import { remindDaily } from "./mail/reminders/approval-endings.server";
import type { Job } from "./platform/jobs.server";
import { sweepLimits } from "./platform/limits/stored-limit.server";
import { processPendingRefunds } from "./refunds/process/process.server";
import { checkDatabaseNightly } from "./shop/check-nightly.server";

/** Background jobs of every process. */
export const jobs: Job[] = [
  { name: "missed events", run: sweepEvents },
  { name: "ended orders", run: sweepOrders },
  { name: "refunds", run: processPendingRefunds },
  { name: "reminders", run: remindDaily },
  { name: "mail", run: deliverMail },
  { name: "ledger", run: postBalance },
  { name: "limits", run: sweepLimits },
  { name: "started payments", run: forgetStartedPayments },
  { name: "reconciliation", run: reconcileDays },
  { name: "database check", run: checkDatabaseNightly },
];
