import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatDay } from "~/core/dates";
import { Article, Prose } from "./article";
import { BienniumTable } from "./biennium-table";
import type { Guidance } from "./guidance.server";
import { MajorsTable } from "./majors-table";
import type { VersionChange } from "./taxonomy";
import { WorkedExamples } from "./worked-examples";

export function StructuredEducationPage({ today, windowStart, bienniums, taxonomy }: Guidance) {
  return (
    <Article
      title="Structured education, in plain words"
      lead={
        <p>
          For registered technologists who earn a further discipline by the postprimary pathway. Three figures decide
          whether your courses are enough: 16 credits, 1 in each content category, 24 months.
        </p>
      }
      chapters={[
        { id: "rule", title: "The rule", body: <Rule /> },
        { id: "examples", title: "Worked examples", body: <Examples /> },
        { id: "window", title: "The 24-month window", body: <Window today={today} windowStart={windowStart} /> },
        { id: "categories", title: "Not always four categories", body: <Categories taxonomy={taxonomy} /> },
        { id: "biennium", title: "Your biennium is another count", body: <Biennium bienniums={bienniums} /> },
        { id: "next", title: "What to do next", body: <Next /> },
      ]}
    />
  );
}

function Rule() {
  return (
    <Prose>
      <ul className="space-y-2">
        <li>
          <strong>At least 16 credits in the discipline</strong> that you apply for. What a course gives for another
          discipline does not count here, however large the course is.
        </li>
        <li>
          <strong>At least 1 credit in every content category</strong> of that discipline. 0.75 is not 1; nothing is
          rounded up.
        </li>
        <li>
          <strong>Everything completed within the 24 months</strong> before your application.
        </li>
      </ul>
      <p>
        Each course here shows its credits by discipline and content category as its approver distributed them. A course
        of 6 credits may give 4 in one discipline, 2 in another and nothing in a third.
      </p>
    </Prose>
  );
}

function Examples() {
  return (
    <>
      <WorkedExamples />
      <Prose>
        <p>
          The second example has its 16 credits and still fails: two categories are empty. The third has more than
          enough and fails by a quarter of a credit in one category. So look for the smallest category first.
        </p>
      </Prose>
    </>
  );
}

function Window({ today, windowStart }: Pick<Guidance, "today" | "windowStart">) {
  return (
    <Prose>
      <p>
        For an application on {formatDay(today)}, completions from {formatDay(windowStart)} on count. Whatever was
        completed before counts nothing, and it takes its content category with it. Every month that you wait moves the
        window on: an early course can fall out while you finish the last.
      </p>
      <p>
        What counts is the day of completion, that is, the day on which you pass the post-test: not the day of purchase
        and not the day on which the book arrived.
      </p>
    </Prose>
  );
}

function Categories({ taxonomy }: Pick<Guidance, "taxonomy">) {
  return (
    <>
      <Prose>
        <p>
          Many disciplines have four content categories; some have three. Where a category is not part of a discipline,
          nothing has to be earned in it: that is not the same as zero credits in a category that is.
        </p>
      </Prose>
      <MajorsTable {...taxonomy} />
      {taxonomy.changes.length > 0 ? <Changes changes={taxonomy.changes} /> : null}
    </>
  );
}

function Changes({ changes }: { changes: VersionChange[] }) {
  return (
    <Prose>
      <p>
        The lists of categories come in versions, each with a first day. Credits belong to the version under which a
        course was approved, and our listings keep versions apart. Changes near today:
      </p>
      <ul>
        {changes.map(({ name, on, isAhead }) => (
          <li key={`${name} ${on}`}>
            {name}: {isAhead ? "a new version from" : "new version since"} {formatDay(on)}
          </li>
        ))}
      </ul>
    </Prose>
  );
}

function Biennium({ bienniums }: Pick<Guidance, "bienniums">) {
  return (
    <>
      <Prose>
        <p>
          Independently of any new discipline, technologists earn 24 credits in each biennium; registered radiologist
          assistants (R.R.A.) earn 50, at least 25 of them of category A+. A biennium runs for two years, from the first
          day of your birth month to the last day of the month before it. Credits beyond the 24 are not carried over.
        </p>
        <p>
          One completed course goes into several counts at once. Take a course of 14 credits that gives, in radiography,
          13 in Patient Care and 1 in Procedures: the biennium counts 14, structured education in radiography counts the
          13 and the 1, and CQR counts their subcategories. The counts are never added to each other.
        </p>
      </Prose>
      <BienniumTable examples={bienniums} />
    </>
  );
}

function Next() {
  return (
    <Prose>
      <ol className="space-y-2">
        <li>Note what you have completed in the last 24 months, by content category.</li>
        <li>
          Open <Link to={href("listings")}>the listing of your discipline</Link>: every course with its credits by
          content category, to read or print.
        </li>
        <li>
          Or <Link to={href("catalog")}>filter the catalog</Link> by discipline and content category, and compare
          prices.
        </li>
        <li>Check that the course&rsquo;s approval lasts until you will have passed its test.</li>
      </ol>
    </Prose>
  );
}
