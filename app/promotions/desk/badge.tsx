import { Badge, capitalised } from "~/ui/desk/badge";
import type { PromotionState } from "../store/state";

const tones = {
  draft: "over",
  scheduled: "open",
  running: "sale",
  paused: "wrong",
  "sold out": "over",
  "used up": "over",
  ended: "over",
} as const satisfies Record<PromotionState, string>;

export function PromotionBadge({ state }: { state: PromotionState }) {
  return <Badge tone={tones[state]}>{capitalised(state)}</Badge>;
}
