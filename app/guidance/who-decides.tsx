/** Shown below every guidance page. */
export function WhoDecides() {
  return (
    <aside aria-label="Who decides" className="max-w-prose border-t-2 border-ink pt-4 text-sm text-muted">
      <p>
        To help you plan, this page explains public rules as we understand them, in our own words. It isn’t an official
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
