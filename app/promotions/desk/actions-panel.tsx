import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Panel } from "~/ui/desk/page";
import type { PromotionAction } from "./actions";

const labels: Record<PromotionAction, string> = {
  publish: "Publish",
  pause: "Pause",
  resume: "Resume",
  withdraw: "Return to draft",
  end: "End now",
  copy: "Copy to a new draft",
};

/** What can be done without the form. Ending can't be undone, so it takes two clicks. */
export function PromotionActions({ actions, version }: { actions: PromotionAction[]; version: number }) {
  return (
    <Panel id="acts" title="Actions">
      <div className="flex flex-wrap gap-3">
        {actions
          .filter((action) => action !== "end")
          .map((action) => (
            <ActionButton key={action} action={action} version={version} />
          ))}
      </div>
      {actions.includes("end") ? (
        <details className="mt-3">
          <summary className="min-h-8 cursor-pointer py-1">End permanently…</summary>
          <div className="space-y-2 py-2">
            <p className="text-sm text-muted">
              The promotion stops immediately for new orders. Open checkouts keep their price.
            </p>
            <ActionButton action="end" version={version} />
          </div>
        </details>
      ) : null}
    </Panel>
  );
}

function ActionButton({ action, version }: { action: PromotionAction; version: number }) {
  return (
    <Form method="post">
      <input type="hidden" name="act" value={action} />
      <input type="hidden" name="version" value={version} />
      <Button look="quiet">{labels[action]}</Button>
    </Form>
  );
}
