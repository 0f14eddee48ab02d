import { Badge, type Tone } from "~/ui/desk/badge";
import { type OrderState, orderStateNames } from "../order-state";

const tones: Record<OrderState, Tone> = {
  awaiting_payment: "open",
  processing: "open",
  paid: "good",
  expired: "over",
  refunding: "wrong",
  refunded: "over",
  attention: "wrong",
};

export function OrderBadge({ state }: { state: OrderState }) {
  return <Badge tone={tones[state]}>{orderStateNames[state]}</Badge>;
}
