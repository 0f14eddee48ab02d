import { formatCreditColumn, formatCreditCount } from "~/core/credits";
import { formatDay } from "~/core/dates";
import { CreditsBar } from "~/ui/credits-bar";
import type { Snapshot } from "./snapshot";

/** The certificate as a page, with the same content as the PDF. */
export function CertificateView({ snapshot, demo }: { snapshot: Snapshot; demo: boolean }) {
  return (
    <article className="border border-line-strong bg-surface p-1.5">
      <div className="border border-line-strong px-5 py-10 sm:px-12 sm:py-14">
        {demo ? (
          <p className="mb-8 border-2 border-ink px-4 py-2 text-center font-semibold tracking-wide uppercase">
            Demo: not valid
          </p>
        ) : null}
        <header className="text-center">
          <p className="text-sm tracking-wide">{snapshot.sponsor}</p>
          <h1 className="mt-5 text-3xl sm:text-5xl">Certificate of Completion</h1>
          <p className="mt-8 text-muted">This certifies that</p>
          <p dir="auto" className="mt-3 font-serif text-3xl [overflow-wrap:anywhere] sm:text-4xl">
            {snapshot.participant}
          </p>
          <p className="mt-6 text-muted">completed the continuing education activity</p>
          <p className="mx-auto mt-3 max-w-2xl font-serif text-2xl text-balance italic sm:text-3xl">
            {snapshot.courseTitle}
          </p>
          <p className="tabular mt-6">
            on <strong className="font-semibold">{formatDay(snapshot.completedOn)}</strong> for{" "}
            <strong className="font-semibold">
              {formatCreditCount(snapshot.credits)}, Category {snapshot.category}
            </strong>
          </p>
        </header>
        <Disciplines snapshot={snapshot} />
        <Facts snapshot={snapshot} />
      </div>
    </article>
  );
}

function Disciplines({ snapshot }: { snapshot: Snapshot }) {
  if (snapshot.disciplines.length === 0) return null;
  return (
    <section aria-labelledby="distribution" className="mt-12 border-t border-line pt-8">
      <h2 id="distribution" className="text-xl">
        Credits by discipline and content category
      </h2>
      <div className="mt-5 grid gap-x-12 gap-y-8 md:grid-cols-2">
        {snapshot.disciplines.map(({ code, name, specification, credits, categories }) => (
          <div key={`${code} ${specification}`}>
            <h3 className="flex items-baseline gap-3 font-sans text-base font-semibold tracking-normal">
              {name}
              <span className="tabular ml-auto">{formatCreditColumn(credits)}</span>
            </h3>
            <p className="mb-2 text-sm text-muted">Content specification of {formatDay(specification)}</p>
            <CreditsBar segments={categories} total={snapshot.credits} label={name} />
          </div>
        ))}
      </div>
      {snapshot.disciplines.length > 1 ? (
        <p className="mt-4 text-sm text-muted">Credits in different disciplines are never added together.</p>
      ) : null}
    </section>
  );
}

function Facts({ snapshot }: { snapshot: Snapshot }) {
  const facts = [
    { name: "Approved by", value: snapshot.approver },
    { name: "Reference number", value: snapshot.referenceNumber },
    { name: "Approval ends", value: formatDay(snapshot.approvalEndsOn) },
    { name: "Certificate number", value: snapshot.number },
    { name: "Sponsor", value: snapshot.sponsor },
    { name: snapshot.signatoryTitle, value: snapshot.signatoryName },
  ];
  return (
    <dl className="mt-10 grid gap-x-12 gap-y-5 border-t border-line pt-8 sm:grid-cols-2">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt className="text-sm text-muted">{name}</dt>
          <dd className="tabular">{value}</dd>
        </div>
      ))}
      <div className="sm:col-span-2">
        <dt className="text-sm text-muted">Verify at</dt>
        <dd>
          <a href={snapshot.verificationUrl} className="underline [overflow-wrap:anywhere]">
            {snapshot.verificationUrl}
          </a>
        </dd>
      </div>
    </dl>
  );
}
