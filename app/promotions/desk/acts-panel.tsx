import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Panel } from "~/ui/desk/page";
import type { Act } from "./acts";

const labels: Record<Act, string> = {
  publish: "Publish",
  pause: "Pause",
  resume: "Resume",
  withdraw: "Make it a draft again",
  end: "End it now",
  copy: "Copy as a draft",
};

/** What can be done without the form. Ending can't be taken back by one click, so it asks for two. */
export function PromotionActs({ acts, version }: { acts: Act[]; version: number }) {
  return (
    <Panel id="acts" title="Change at once">
      <div className="flex flex-wrap gap-3">
        {acts
          .filter((act) => act !== "end")
          .map((act) => (
            <ActButton key={act} act={act} version={version} />
          ))}
      </div>
      {acts.includes("end") ? (
        <details className="mt-3">
          <summary className="min-h-8 cursor-pointer py-1">End it for good …</summary>
          <div className="space-y-2 py-2">
            <p className="text-sm text-muted">
              From this moment on nobody gets it; checkouts that are open keep their price.
            </p>
            <ActButton act="end" version={version} />
          </div>
        </details>
      ) : null}
    </Panel>
  );
}

function ActButton({ act, version }: { act: Act; version: number }) {
  return (
    <Form method="post">
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="version" value={version} />
      <Button look="quiet">{labels[act]}</Button>
    </Form>
  );
}
