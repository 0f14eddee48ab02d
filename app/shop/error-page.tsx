import type { ReactNode } from "react";
import { href } from "~/addresses/href";
import { Container } from "~/ui/page";
import type { ErrorText } from "./error-text";

/** Shown instead of a page that failed, with links to go on. Plain links, which also work after a bug. */
export function ErrorPage({ status, title, text, children }: ErrorText & { children: ReactNode }) {
  return (
    <Container className="grid items-center gap-x-16 gap-y-10 pt-10 sm:pt-16 md:grid-cols-[1fr_16rem] lg:grid-cols-[1fr_22rem] lg:pt-24">
      <div>
        <p className="tabular font-semibold text-muted">Error {status}</p>
        <h1 className="mt-2 text-4xl sm:text-5xl">{title}</h1>
        <p className="mt-4 max-w-prose text-lg text-muted">{text}</p>
        <div className="mt-8">{children}</div>
        <p className="mt-4 flex flex-wrap gap-x-6 font-semibold">
          <a href={href("catalog")} className="inline-block py-1">
            Browse the catalog
          </a>
          <a href={href("home")} className="inline-block py-1">
            Go to the home page
          </a>
        </p>
      </div>
      <EmptyField />
    </Container>
  );
}

/** An empty exposure: the light field and its crosshair on a blank detector. */
function EmptyField() {
  const ticks = [40, 70, 100, 130, 170, 200, 230, 260];
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 300 300"
      className="h-auto w-full max-w-44 fill-none stroke-film md:max-w-none"
    >
      <rect x="1" y="1" width="298" height="298" className="fill-sunken stroke-line" strokeWidth="2" />
      <rect x="62" y="62" width="176" height="176" className="fill-surface" strokeWidth="1.5" />
      <g className="stroke-line-strong" strokeWidth="0.8">
        <path d="M1 1l61 61M299 1l-61 61M1 299l61-61M299 299l-61-61" />
        {[24, 37, 50].map((inset) => (
          <rect key={inset} x={inset} y={inset} width={300 - 2 * inset} height={300 - 2 * inset} />
        ))}
      </g>
      <path d="M150 20v260M20 150h260" strokeWidth="1.2" />
      <path d={ticks.map((at) => `M${at} 145v10M145 ${at}h10`).join("")} strokeWidth="1.2" />
      <circle cx="150" cy="150" r="26" strokeWidth="1.2" strokeDasharray="3 4" />
      <circle cx="150" cy="150" r="3" className="fill-film stroke-none" />
    </svg>
  );
}
