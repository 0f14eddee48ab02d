import { formatInstant } from "~/core/dates";
import { Table } from "~/ui/desk/table";
import { Notice } from "~/ui/notice";
import { counts, discountKinds, priceKinds } from "../kinds";
import { formatOptions } from "./choice-fields";
import type { Choices } from "./choices.server";
import type { PromotionAnswer } from "./save.server";

const labels: Record<string, string> = {
  name: "Name",
  price: "Price or reduction",
  priceKind: "How the price is made",
  discount: "Discount",
  discountKind: "What it takes",
  minimumSpend: "Minimum spend",
  limit: "In total",
  perCustomer: "Per customer",
  startsAt: "Starts",
  endsAt: "Ends",
  status: "Status",
  isFeatured: "Featured",
  codes: "Codes",
  courseIds: "Courses",
  disciplines: "Disciplines",
  contentCategories: "Content categories",
  formats: "Formats",
  approvers: "Approved by",
  creditsFrom: "Credits from",
  creditsTo: "Credits to",
  tiers: "Steps",
  buy: "Buy",
  get: "Get",
  rewardCourseIds: "What they get",
  maximumSets: "Times an order",
  giftCourseId: "The free course",
  giftFormats: "Its formats",
  count: "Units are counted of",
  firstOrderOnly: "First order only",
  combinesSales: "Together with sales",
  combinesAutomatic: "Together with automatic promotions",
  combinesCoupons: "Together with coupons",
  exclusive: "Stands alone",
  priority: "Priority",
};

type Props = {
  conflict: NonNullable<PromotionAnswer["conflict"]>;
  typed: Record<string, unknown>;
  timeZone: string;
  choices: Choices;
};

/** Two people edited at once: what each wants, side by side. The form below keeps what was typed here. */
export function PromotionConflict({ conflict, typed, timeZone, choices }: Props) {
  const say = wordsOf(choices);
  const rows = Object.entries(labels)
    .map(([name, label]) => ({ label, mine: say(typed[name]), saved: say(conflict.saved[name]) }))
    .filter(({ mine, saved }) => mine !== saved);
  return (
    <div role="alert">
      <Notice tone="problem" className="space-y-3">
        <h2 className="text-xl">Somebody else saved first</h2>
        <p>
          {conflict.by ?? "Somebody"} changed this promotion
          {conflict.at ? ` at ${formatInstant(conflict.at, timeZone)}` : ""}. It says now: {conflict.what}. Nothing that
          you typed is lost: it is in the form below, and saving again replaces what was saved.
        </p>
      </Notice>
      {rows.length > 0 ? (
        <Table
          caption="Where the two differ"
          rows={rows}
          rowKey={({ label }) => label}
          columns={[
            { label: "Field", cell: ({ label }) => label },
            { label: "You typed", cell: ({ mine }) => mine },
            { label: "Saved now", cell: ({ saved }) => saved },
          ]}
        />
      ) : null}
    </div>
  );
}

/** What stands in a field, as the form words it; the order of what is ticked says nothing. */
function wordsOf(choices: Choices) {
  const lists = [...Object.values(choices), formatOptions, priceKinds, discountKinds, counts].flat();
  const labels = new Map(lists.map(({ value, label }) => [value, label]));
  const say = (value: unknown): string => {
    if (value === "on") return "yes";
    if (Array.isArray(value)) return sayList(value);
    if (typeof value === "object" && value) return Object.values(value).map(say).join(": ");
    if (typeof value !== "string" || !value) return "none";
    return labels.get(value) ?? (/^\d{4}-\d\d-\d\dT/.test(value) ? value.replace("T", " ") : value);
  };
  const sayList = (values: unknown[]) => {
    const words = values.map(say).filter((text) => !/^none(: none)?$/.test(text));
    const isTicked = values.every((value) => typeof value === "string");
    return (isTicked ? words.sort() : words).join(", ") || "none";
  };
  return say;
}
