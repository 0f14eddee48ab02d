import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { credits, formatCreditColumn } from "~/core/credits";
import { Article, Prose } from "../article";
import type { Guidance } from "../guidance.server";
import { Table } from "../table";
import { creditsStillNeeded } from "./credits-needed";
import { SubcategoryLists } from "./subcategory-lists";

export function CqrPage({ taxonomy }: Guidance) {
  return (
    <Article
      title="CQR, subcategory by subcategory"
      lead={
        <p>
          The continuing qualifications requirements (CQR) come every 10 years, separately for each credential. Your
          continuing education is prescribed for you individually, by subcategory.
        </p>
      }
      chapters={[
        { id: "steps", title: "How it works", body: <Steps /> },
        { id: "example", title: "A worked example", body: <Example /> },
        { id: "counts", title: "What else the credits count toward", body: <Counts /> },
        { id: "subcategories", title: "Subcategories by discipline", body: <Lists taxonomy={taxonomy} /> },
        { id: "shopping", title: "Choosing courses", body: <Choosing /> },
      ]}
    />
  );
}

function Steps() {
  return (
    <Prose>
      <ol className="space-y-2">
        <li>
          <strong>Profile.</strong> You tell ARRT about your work in the discipline.
        </li>
        <li>
          <strong>Structured self-assessment (SSA).</strong> It shows where your knowledge is current and where it
          isn’t. It isn’t an exam you pass or fail.
        </li>
        <li>
          <strong>Targeted continuing education.</strong> ARRT prescribes credits in the subcategories where the
          assessment found a gap.
        </li>
      </ol>
      <p>
        If you hold two credentials, you do this for each one on its own 10-year cycle. ARRT’s prescription is your
        shopping list: keep it handy.
      </p>
    </Prose>
  );
}

// A fictional prescription.
const example = [
  { subcategory: "Patient Interactions and Management", prescribed: credits(300), completed: credits(650) },
  { subcategory: "Radiation Protection", prescribed: credits(250), completed: credits(125) },
  { subcategory: "Extremity Procedures", prescribed: credits(200), completed: credits(200) },
];

function Example() {
  const { open, total } = creditsStillNeeded(example);
  return (
    <>
      <Table
        caption="A sample prescription in radiography"
        heads={["Subcategory", "Prescribed", "Completed", "Still needed"]}
        figures={[1, 2, 3]}
        rows={example.map(({ subcategory, prescribed, completed }, at) => ({
          key: subcategory,
          cells: [
            subcategory,
            formatCreditColumn(prescribed),
            formatCreditColumn(completed),
            <strong key="open">{formatCreditColumn(open[at] ?? 0)}</strong>,
          ],
        }))}
      />
      <Prose>
        <p>
          In total, more was completed than prescribed, yet {formatCreditColumn(total)} credits are still needed: the
          extra 3.50 in the first subcategory don’t count toward the second. The same is true within a single content
          category.
        </p>
      </Prose>
    </>
  );
}

function Counts() {
  return (
    <Prose>
      <p>
        A course you complete for CQR also counts with its full credits toward the{" "}
        <Link to={`${href("structuredEducation")}#biennium`}>biennium</Link> in which you pass its test. If you’re
        pursuing another discipline, its subcategories also roll up to the content categories of structured education.
        These are separate counts of one completion and are never added together.
      </p>
    </Prose>
  );
}

function Lists({ taxonomy }: Pick<Guidance, "taxonomy">) {
  return (
    <>
      <Prose>
        <p>These lists follow the content specifications in force today. Each one links to its courses.</p>
      </Prose>
      <SubcategoryLists rows={taxonomy.rows} />
    </>
  );
}

function Choosing() {
  return (
    <Prose>
      <ul className="space-y-2">
        <li>
          A discipline’s listing <strong>for CQR</strong> has a column for each subcategory:{" "}
          <Link to={href("listings")}>choose your discipline</Link>.
        </li>
        <li>
          Look for courses with the most credits in your prescribed subcategories; their other credits neither hurt nor
          help.
        </li>
        <li>
          <strong>Test only</strong> is enough if you can borrow the book: you get the post-test and your own
          certificate for less.
        </li>
        <li>
          The same course can&rsquo;t earn you credit twice, even in another format. If you bought it here with the same
          browser, the cart warns you before you pay; if you already have a certificate for it, the test stays closed.
        </li>
      </ul>
    </Prose>
  );
}
