import { formatCreditColumn, formatCreditCount } from "~/core/credits";
import { CreditsBar } from "~/ui/credits-bar";
import type { CourseView, DisciplineCredits } from "./course-view";

/** EDUCATION 4: the course's credits discipline by discipline; disciplines are never added together. */
export function CourseCredits({ view }: { view: CourseView }) {
  const { credits, disciplines, wholly, uncounted, approval } = view;
  return (
    <section aria-labelledby="credits">
      <h2 id="credits" className="text-3xl">
        {approval.state === "ended" ? "What it counted toward" : "What it counts toward"}
      </h2>
      <p className="mt-2 max-w-prose text-muted">
        {formatCreditCount(credits)} toward {bienniumText(approval)}
        {disciplines.length > 0 ? ", and toward structured education or CQR by discipline:" : "."}
      </p>
      {disciplines.length > 0 ? (
        <div className="mt-6 grid gap-x-12 gap-y-10 md:grid-cols-2">
          {disciplines.map((one) => (
            <OneDiscipline key={`${one.code}${one.specification}`} one={one} total={credits} />
          ))}
        </div>
      ) : null}
      {wholly.map((name) => (
        <section key={name} className="mt-6 max-w-prose">
          <div className="flex items-baseline justify-between gap-4 border-b border-line pb-1.5">
            <h3 className="text-xl">{name}</h3>
            <p className="tabular shrink-0 font-semibold">{formatCreditColumn(credits)}</p>
          </div>
          <p className="mt-2 text-sm text-muted">
            No content categories: the full {formatCreditCount(credits)} of category {approval.category} count.
          </p>
        </section>
      ))}
      {uncounted.length > 0 ? (
        <p className="mt-6 max-w-prose text-sm text-muted">
          No credits by content category in {uncounted.join(", ")}, where it counts toward the biennium only.
        </p>
      ) : null}
      <p className="mt-6 max-w-prose text-sm text-muted">
        Use these figures for planning: ARRT decides what counts. Credits in different disciplines are never added
        together.
      </p>
    </section>
  );
}

function bienniumText({ state, startsOn, endsOn }: CourseView["approval"]): string {
  if (state === "ended") return `a biennium, until ${endsOn}`;
  return state === "not-started" ? `your biennium, starting ${startsOn}` : "your biennium";
}

function OneDiscipline({ one, total }: { one: DisciplineCredits; total: number }) {
  const given = one.categories.reduce((sum, { credits }) => sum + credits, 0);
  return (
    <section aria-labelledby={`credits-${one.code}`}>
      <div className="mb-2 flex items-baseline justify-between gap-4">
        <h3 id={`credits-${one.code}`} className="text-xl">
          {one.name}
        </h3>
        <p className="tabular shrink-0 font-semibold">{formatCreditColumn(given)}</p>
      </div>
      <CreditsBar segments={one.categories} total={total} label={one.name} />
      <details className="mt-1 text-sm">
        <summary className="inline-block cursor-pointer py-1.5 text-film underline underline-offset-4">
          By subcategory
        </summary>
        <Subcategories one={one} />
      </details>
    </section>
  );
}

function Subcategories({ one }: { one: DisciplineCredits }) {
  return (
    <table className="mt-2 w-full">
      <caption className="pb-2 text-left text-muted">Content specification in force since {one.specification}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Subcategory</th>
          <th scope="col">Credits</th>
        </tr>
      </thead>
      {one.categories
        .filter(({ subcategories }) => subcategories.length > 0)
        .map(({ code, name, subcategories }) => (
          <tbody key={code}>
            <tr>
              <th scope="rowgroup" colSpan={2} className="pt-2 pb-0.5 text-left font-semibold">
                {name}
              </th>
            </tr>
            {subcategories.map((sub) => (
              <tr key={sub.code} className="border-b border-line">
                <th scope="row" className="py-1 pr-4 text-left font-normal">
                  {sub.name}
                </th>
                <td className="py-1 text-right">{formatCreditColumn(sub.credits)}</td>
              </tr>
            ))}
          </tbody>
        ))}
    </table>
  );
}
