import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { StaffPage } from "~/ui/desk/page";
import { PromotionEditor } from "./editor/editor";
import type { PromotionAnswer } from "./editor/save.server";
import { kinds, kindsInOrder } from "./kinds";
import type { readNewPromotion } from "./promotions.server";

type Props = { page: Awaited<ReturnType<typeof readNewPromotion>>; answer: PromotionAnswer | undefined };

export function NewPromotionView({ page, answer }: Props) {
  return (
    <StaffPage
      title={`New: ${kinds[page.kind].title.toLowerCase()}`}
      back={{ to: href("staffNewPromotion"), label: "Another kind" }}
    >
      <p className="text-muted">For example: {kinds[page.kind].example}</p>
      <PromotionEditor key={page.kind} {...page} answer={answer} />
    </StaffPage>
  );
}

/** The first step of a new promotion: what kind it is, each with an example. */
export function KindChoice() {
  return (
    <StaffPage title="New promotion" back={{ to: href("staffPromotions"), label: "All promotions" }}>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {kindsInOrder.map((kind) => (
          <li key={kind} className="relative border border-line-strong bg-surface p-4 hover:bg-sunken">
            <h2 className="text-xl">
              <Link to={href("staffNewPromotion", { kind })} className="after:absolute after:inset-0">
                {kinds[kind].title}
              </Link>
            </h2>
            <p className="text-sm text-muted">{kinds[kind].example}</p>
          </li>
        ))}
      </ul>
    </StaffPage>
  );
}
