import { credits, formatCreditColumn, formatCredits } from "~/core/credits";
import { Table } from "../table";
import { evaluateStructuredEducation } from "./evaluate";

const majors = ["Patient Care", "Safety", "Image Production", "Procedures"];
const examples = [
  [1300, 100, 100, 100],
  [1500, 100, 0, 0],
  [1400, 75, 100, 100],
  [400, 400, 400, 375],
];

/** Evaluated with the rule's own code, so the examples can't contradict it. */
export function WorkedExamples() {
  return (
    <Table
      caption={`Four technologists in a discipline with four content categories: ${majors.join(" + ")}`}
      heads={["Credits", "Total", "Complete?"]}
      figures={[1]}
      rows={examples.map((hundredths) => {
        const given = hundredths.map(credits);
        const judged = evaluateStructuredEducation(given);
        const sum = given.map(formatCredits).join(" + ");
        return {
          key: sum,
          cells: [
            <span key="sum" className="whitespace-nowrap">
              {sum}
            </span>,
            formatCreditColumn(judged.total),
            <Verdict key="verdict" judged={judged} />,
          ],
        };
      })}
    />
  );
}

function Verdict({ judged }: { judged: ReturnType<typeof evaluateStructuredEducation> }) {
  switch (judged.kind) {
    case "complete":
      return <strong>Yes</strong>;
    case "total-short":
      return <span>No: less than 16 in total</span>;
    case "category-short":
      return <span>No: less than 1 in {judged.short.map((at) => majors[at]).join(" and ")}</span>;
  }
}
