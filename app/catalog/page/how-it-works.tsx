import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { href } from "~/addresses/href";
import { Notice } from "~/ui/notice";

const steps: { title: string; text: ReactNode }[] = [
  {
    title: "Choose",
    text: "By discipline, content category, format or price. A small bar shows every course’s credits by content category.",
  },
  {
    title: "Read",
    text: "An eBook opens at once; a printed book comes in the mail. Who shares a colleague’s book buys the test only.",
  },
  { title: "Take the test", text: "Online, whenever it suits you. You have three attempts, and 75% passes." },
  {
    title: "Keep the certificate",
    text: (
      <>
        Yours the moment you pass, with the credits by content category. Anybody can{" "}
        <Link to={href("verify")}>verify a certificate</Link> by its code.
      </>
    ),
  },
];

/** The four steps of every course. */
export function HowItWorks() {
  return (
    <ol className="grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
      {steps.map(({ title, text }, index) => (
        <li key={title} className="grid grid-cols-[2.5rem_1fr] lg:block">
          <span aria-hidden="true" className="font-serif text-4xl leading-none text-film lg:text-5xl">
            {index + 1}
          </span>
          <div className="lg:mt-4">
            <h3 className="text-2xl">{title}</h3>
            <p className="mt-2 text-muted">{text}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

const requirements = [
  {
    to: href("structuredEducation"),
    title: "Structured education",
    text: "For a further discipline: how many credits, in which content categories, and within what time.",
  },
  {
    to: href("cqr"),
    title: "CQR",
    text: "For the continuing qualifications requirements: which courses answer the subcategories that you were given.",
  },
  {
    to: href("listings"),
    title: "Listings to print",
    text: "All courses of a discipline on paper, with their credits by content category, for the break-room wall.",
  },
];

/** Where to read on by what the credits are for, and who decides. */
export function Requirements() {
  return (
    <>
      <ul className="grid gap-x-10 gap-y-8 md:grid-cols-3">
        {requirements.map(({ to, title, text }) => (
          <li key={to} className="group relative border-t-2 border-ink pt-4">
            <h3 className="text-2xl">
              <Link to={to} className="text-ink no-underline group-hover:underline after:absolute after:inset-0">
                {title} <span aria-hidden="true">→</span>
              </Link>
            </h3>
            <p className="mt-2 text-muted">{text}</p>
          </li>
        ))}
      </ul>
      <Notice className="mt-12">
        <p className="max-w-prose">
          <strong>A planning aid.</strong> We add credits up with care to help you plan; the American Registry of
          Radiologic Technologists (ARRT) decides what counts. <Link to={href("faq")}>Questions and answers</Link>
        </p>
      </Notice>
    </>
  );
}
