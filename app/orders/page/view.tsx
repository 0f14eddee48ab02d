import type { ReactNode } from "react";
import { href } from "~/addresses/href";
import { CartTotals } from "~/cart/cart-totals";
import { Portions } from "~/cart/portions";
import { formatDay, formatInstant } from "~/core/dates";
import { formatCents } from "~/core/money";
import { Shipments } from "~/shipping/parcels/shipments";
import type { BuyersShipments } from "~/shipping/parcels/shipments.server";
import { Notice } from "~/ui/notice";
import { Container, PageHeader } from "~/ui/page";
import type { OrderView } from "./data";
import { refundedText } from "./refunded-text";

type Props = {
  order: OrderView;
  /** The shopper just left the payment page without paying. */
  leftPayment: boolean;
  /** The parcels of a paid order. */
  mail?: BuyersShipments;
  /** The receipt's path; undefined before payment. */
  receiptPath: string | undefined;
  /** The courses of a paid order, and its refunds. */
  children: ReactNode;
};

export function OrderPage({ order, leftPayment, mail, receiptPath, children }: Props) {
  return (
    <Container>
      <PageHeader
        crumbs={order.linkEndsOn ? [] : [{ to: href("accountOrders"), label: "Orders and receipts" }]}
        title={titleOf(order)}
      >
        <p>
          {formatDay(order.orderedOn)} · {order.email}
        </p>
      </PageHeader>
      <OrderNotice order={order} leftPayment={leftPayment} />
      <div className="mt-8 grid gap-10 lg:grid-cols-[1fr_24rem]">
        <div className="min-w-0">{children}</div>
        <OrderSummary order={order} mail={mail} receiptPath={receiptPath} />
      </div>
    </Container>
  );
}

function titleOf({ number, state }: OrderView): string {
  if (number !== null) return `Order ${number}`;
  return state === "awaiting_payment" ? "Your order is awaiting payment" : "Your order";
}

function OrderNotice({ order, leftPayment }: { order: OrderView; leftPayment: boolean }) {
  switch (order.state) {
    case "paid":
      return (
        <Notice tone="done" live>
          <p>
            <strong>Paid. Thank you.</strong> We’re e-mailing your receipt to {order.email}.
            {order.linkEndsOn
              ? ` This page’s address opens your order without an account until ${formatDay(order.linkEndsOn)}. After that, sign in with your e-mail address.`
              : null}
          </p>
        </Notice>
      );
    case "processing":
      return (
        <Notice live>
          <p>
            Your payment is processing. Your courses will open on this page as soon as your bank confirms it, and we’ll
            e-mail your receipt. There’s nothing else you need to do.
          </p>
        </Notice>
      );
    case "awaiting_payment":
      return <AwaitingPayment order={order} leftPayment={leftPayment} />;
    case "refunding":
    case "refunded":
      return (
        <Notice live>
          <p>{refundedText({ ...order, state: order.state })}</p>
        </Notice>
      );
    case "attention":
      return (
        <Notice tone="problem" live>
          <p>
            Our staff need to review this order’s payment. They’ve been notified and will e-mail you at {order.email}.
          </p>
        </Notice>
      );
    case "expired":
      return (
        <Notice tone="problem" live>
          <p>
            This order was not paid, and nothing was charged. Your cart is saved.{" "}
            <a href={href("cart")}>Go to your cart</a>
          </p>
        </Notice>
      );
  }
}

function AwaitingPayment({ order, leftPayment }: { order: OrderView; leftPayment: boolean }) {
  const until = formatInstant(order.heldUntil, order.timeZone);
  return (
    <Notice live>
      <p>
        {leftPayment ? "You left the payment page. Nothing was charged. " : "Nothing was charged yet. "}
        {order.isOpen ? `Your units and prices are held until ${until}.` : `The payment page expired ${until}.`}
      </p>
      <ul className="mt-2 flex flex-wrap gap-x-6">
        {order.payment ? (
          <li>
            <a className="inline-block py-1 font-semibold" href={order.payment}>
              Return to payment
            </a>
          </li>
        ) : null}
        <li>
          <a className="inline-block py-1" href={href("cart")}>
            Go to your cart
          </a>
        </li>
      </ul>
    </Notice>
  );
}

function OrderSummary({ order, mail, receiptPath }: Pick<Props, "order" | "mail" | "receiptPath">) {
  return (
    <section aria-labelledby="what" className="space-y-5 self-start bg-surface p-6 ring-1 ring-line">
      <h2 id="what" className="text-2xl">
        Order summary
      </h2>
      <ul className="space-y-4">
        {order.lines.map((line) => (
          <li key={line.id} className="flex justify-between gap-4">
            <div className="min-w-0">
              <p className="font-semibold">{line.title}</p>
              <p className="text-sm text-muted">{line.formatName}</p>
              <Portions portions={line.portions} />
            </div>
            <p className="tabular font-semibold">{formatCents(line.total)}</p>
          </li>
        ))}
      </ul>
      <div className="border-t border-line pt-4">
        <CartTotals cart={order} />
      </div>
      {order.address.length > 0 ? (
        <div>
          <h3 className="text-lg">Mailed to</h3>
          <address className="not-italic text-muted">
            {order.address.map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
          </address>
        </div>
      ) : null}
      {mail ? <Shipments {...mail} /> : null}
      {receiptPath ? <ReceiptLinks path={receiptPath} /> : null}
    </section>
  );
}

function ReceiptLinks({ path }: { path: string }) {
  return (
    <div>
      <h3 className="text-lg">Invoice and receipt</h3>
      <ul className="flex flex-wrap gap-x-6">
        <li>
          <a href={path} className="inline-block py-1">
            PDF, Letter
          </a>
        </li>
        <li>
          <a href={`${path}?paper=a4`} className="inline-block py-1">
            PDF, A4
          </a>
        </li>
      </ul>
    </div>
  );
}
