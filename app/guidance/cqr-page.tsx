import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { columnCredits, credits } from "~/core/credits";
import { Article, Prose } from "./article";
import { stillOpen } from "./cqr";
import type { Guidance } from "./guidance.server";
import { SubcategoryLists } from "./subcategory-lists";
import { Table } from "./table";

export function CqrPage({ taxonomy }: Guidance) {
  return (
    <Article
      title="CQR, subcategory by subcategory"
      lead={
        <p>
          The continuing qualifications requirements (CQR) come every 10 years, for each credential by itself. What you
          have to learn is prescribed for you alone, and in small portions: by subcategory.
        </p>
      }
      chapters={[
        { id: "steps", title: "How it goes", body: <Steps /> },
        { id: "example", title: "A worked example", body: <Example /> },
        { id: "counts", title: "What else the credits count for", body: <Counts /> },
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
          <strong>Structured self-assessment (SSA).</strong> It shows where your knowledge is up to date and where not.
          It is no examination to pass or fail.
        </li>
        <li>
          <strong>Targeted continuing education.</strong> ARRT prescribes credits by subcategory, where the assessment
          found a gap.
        </li>
      </ol>
      <p>
        Who holds two credentials does it for both, each in its own 10 years. Your prescription from ARRT is the list to
        shop by: keep it beside you.
      </p>
    </Prose>
  );
}

// A made-up prescription.
const example = [
  { subcategory: "Patient Interactions and Management", prescribed: credits(300), completed: credits(650) },
  { subcategory: "Radiation Protection", prescribed: credits(250), completed: credits(125) },
  { subcategory: "Extremity Procedures", prescribed: credits(200), completed: credits(200) },
];

function Example() {
  const { open, total } = stillOpen(example);
  return (
    <>
      <Table
        caption="A made-up prescription in radiography"
        heads={["Subcategory", "Prescribed", "Completed", "Still open"]}
        figures={[1, 2, 3]}
        rows={example.map(({ subcategory, prescribed, completed }, at) => ({
          key: subcategory,
          cells: [
            subcategory,
            columnCredits(prescribed),
            columnCredits(completed),
            <strong key="open">{columnCredits(open[at] ?? 0)}</strong>,
          ],
        }))}
      />
      <Prose>
        <p>
          In sum more was completed than prescribed, and still {columnCredits(total)} credits are open: the 3.50 too
          many in the first subcategory fill nothing in the second. That holds within the same content category, too.
        </p>
      </Prose>
    </>
  );
}

function Counts() {
  return (
    <Prose>
      <p>
        A course that you complete for CQR also counts with its whole credits in the{" "}
        <Link to={`${href("structuredEducation")}#biennium`}>biennium</Link> in which you pass its test. And its
        subcategories roll up to the content categories of structured education, should you earn a further discipline.
        These are separate counts of one completion; they are never added to each other.
      </p>
    </Prose>
  );
}

function Lists({ taxonomy }: Pick<Guidance, "taxonomy">) {
  return (
    <>
      <Prose>
        <p>Under the content specification in force today. Each list leads to its courses.</p>
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
          The listing of a discipline <strong>for CQR</strong> has a column for each subcategory:{" "}
          <Link to={href("listings")}>choose your discipline</Link>.
        </li>
        <li>
          Look for courses with much in the subcategories of your prescription; what they give elsewhere is no harm and
          no help.
        </li>
        <li>
          <strong>Test only</strong> is enough where somebody lends you the book: the post-test and a certificate of
          your own, for less.
        </li>
        <li>
          The same course can&rsquo;t be credited to you twice, also not in another format. If you bought it here with
          the same browser, the cart says so before you pay; if you have a certificate for it already, the test stays
          closed.
        </li>
      </ul>
    </Prose>
  );
}
