import { Badge, capitalized, type Tone } from "~/ui/desk/badge";
import type { PromotionState } from "../store/state";

const tones: Record<PromotionState, Tone> = {
  draft: "over",
  scheduled: "open",
  running: "sale",
  paused: "wrong",
  "sold out": "over",
  "used up": "over",
  ended: "over",
};

export function PromotionBadge({ state }: { state: PromotionState }) {
  return <Badge tone={tones[state]}>{capitalized(state)}</Badge>;
}
