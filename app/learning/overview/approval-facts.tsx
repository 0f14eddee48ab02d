import { formatCreditCount } from "~/core/credits";
import { formatDay } from "~/core/dates";

type Approval = { referenceNumber: string; approver: string; category: string; credits: number; endsOn: string };

export function ApprovalFacts({ approval }: { approval: Approval }) {
  const facts = [
    { name: "Credits", value: `${formatCreditCount(approval.credits)}, Category ${approval.category}` },
    { name: "Approved by", value: approval.approver },
    { name: "Reference number", value: approval.referenceNumber },
    { name: "Complete it by", value: formatDay(approval.endsOn) },
  ];
  return (
    <aside aria-label="Approval" className="border-t border-line pt-6 lg:border-t-0 lg:border-l lg:pt-0 lg:pl-8">
      <dl className="grid gap-5 sm:grid-cols-2 lg:grid-cols-1">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt className="text-sm text-muted">{name}</dt>
            <dd className="tabular">{value}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
