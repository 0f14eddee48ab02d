import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";

/** Shown to everyone alike: it says nothing about what was started with the typed address (SECURITY 65). */
export function ContinueElsewhere() {
  return (
    <p className="text-sm text-muted">
      Started a checkout on another device?{" "}
      <Link to={href("checkoutContinue")} className="inline-block py-1">
        Continue it here
      </Link>
    </p>
  );
}
