import type { PromotionAnswer } from "./edit-promotion.server";
import { PromotionEditor } from "./promotion-editor";
import { kinds } from "./promotion-kinds";
import type { readNewPromotion } from "./promotions.server";
import { StaffPage } from "./staff-page";

type Props = { page: Awaited<ReturnType<typeof readNewPromotion>>; answer: PromotionAnswer | undefined };

export function NewPromotionView({ page, answer }: Props) {
  return (
    <StaffPage
      title={`New: ${kinds[page.kind].title.toLowerCase()}`}
      back={{ to: "/staff/promotions/new", label: "Another kind" }}
    >
      <p className="text-muted">For example: {kinds[page.kind].example}</p>
      <PromotionEditor key={page.kind} {...page} answer={answer} />
    </StaffPage>
  );
}
