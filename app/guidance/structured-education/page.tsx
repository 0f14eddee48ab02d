import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatDay } from "~/core/dates";
import { Article, Prose } from "../article";
import type { Guidance } from "../guidance.server";
import type { VersionChange } from "../taxonomy";
import { BienniumTable } from "./biennium-table";
import { MajorsTable } from "./majors-table";
import { WorkedExamples } from "./worked-examples";

export function StructuredEducationPage({ today, windowStart, bienniums, taxonomy }: Guidance) {
  return (
    <Article
      title="Structured education in plain English"
      lead={
        <p>
          For registered technologists adding a discipline through the postprimary pathway. Three numbers decide whether
          your courses are enough: 16 credits, 1 in each content category, 24 months.
        </p>
      }
      chapters={[
        { id: "rule", title: "The rule", body: <Rule /> },
        { id: "examples", title: "Worked examples", body: <Examples /> },
        { id: "window", title: "The 24-month window", body: <Window today={today} windowStart={windowStart} /> },
        { id: "categories", title: "Not always four categories", body: <Categories taxonomy={taxonomy} /> },
        { id: "biennium", title: "Your biennium is a separate count", body: <Biennium bienniums={bienniums} /> },
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
          <strong>At least 16 credits in the discipline</strong> you’re applying for. A course’s credits in another
          discipline don’t count here, no matter how many there are.
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
        Each course here shows its credits by discipline and content category, as distributed by its approver. A
        6-credit course may have 4 in one discipline, 2 in another, and none in a third.
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
          The second example has 16 credits and still falls short: two categories are empty. The third has more than
          enough and falls short by a quarter of a credit in one category. So check your smallest category first.
        </p>
      </Prose>
    </>
  );
}

function Window({ today, windowStart }: Pick<Guidance, "today" | "windowStart">) {
  return (
    <Prose>
      <p>
        For an application on {formatDay(today)}, completions on or after {formatDay(windowStart)} count. Anything
        completed earlier doesn’t count, and neither do its credits in a content category. Each month you wait moves the
        window forward: an early course can drop out while you finish the last one.
      </p>
      <p>
        What counts is the day of completion, which is the day you pass the post-test, not the day you bought the course
        or the day the book arrived.
      </p>
    </Prose>
  );
}

function Categories({ taxonomy }: Pick<Guidance, "taxonomy">) {
  return (
    <>
      <Prose>
        <p>
          Many disciplines have four content categories; some have three. If a category isn’t part of a discipline, you
          don’t need any credits in it. That isn’t the same as having zero credits in a category that is.
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
        The category lists come in versions, each with a first day. Credits belong to the version under which a course
        was approved, and our listings keep versions separate. Recent and upcoming changes:
      </p>
      <ul>
        {changes.map(({ name, on, isAhead }) => (
          <li key={`${name} ${on}`}>
            {name}: {isAhead ? "new version starting" : "new version since"} {formatDay(on)}
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
          Apart from any new discipline, technologists need 24 credits in each biennium; registered radiologist
          assistants (R.R.A.) need 50, at least 25 of them in category A+. A biennium runs for two years, from the first
          day of your birth month through the last day of the month before it. Extra credits don’t carry over.
        </p>
        <p>
          One completed course goes into several counts. Take a 14-credit course that has, in radiography, 13 credits in
          Patient Care and 1 in Procedures: the biennium counts 14, structured education in radiography counts the 13
          and the 1, and CQR counts their subcategories. The counts are never added together.
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
        <li>List what you’ve completed in the last 24 months, by content category.</li>
        <li>
          See <Link to={href("listings")}>the listing for your discipline</Link>: every course with its credits by
          content category, to read or print.
        </li>
        <li>
          Or <Link to={href("catalog")}>filter the catalog</Link> by discipline and content category, and compare
          prices.
        </li>
        <li>Make sure the course&rsquo;s approval lasts long enough for you to pass its test.</li>
      </ol>
    </Prose>
  );
}
