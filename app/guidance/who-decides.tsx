/** Stands below every page of guidance. */
export function WhoDecides() {
  return (
    <aside aria-label="Who decides" className="max-w-prose border-t-2 border-ink pt-4 text-sm text-muted">
      <p>
        This page explains, in our own words, what we understand of public rules, to help you plan. It is no official
        text. The American Registry of Radiologic Technologists (ARRT) decides what counts and may change its rules:
        check{" "}
        <a href="https://www.arrt.org" rel="noopener">
          arrt.org
        </a>{" "}
        before you rely on anything here. Also useful: the American Society of Radiologic Technologists (ASRT),{" "}
        <a href="https://www.asrt.org" rel="noopener">
          asrt.org
        </a>
        . We are independent of both, and neither endorses this shop.
      </p>
    </aside>
  );
}
