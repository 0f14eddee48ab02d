import { Form, Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { Button } from "~/ui/button";
import type { CartHint } from "./cart-hint";

/** One quiet sentence below the lines. Nothing is added to the cart automatically. */
export function Hint({ hint: { text, to, linkText, gift } }: { hint: CartHint }) {
  return (
    <div className="mt-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-muted">
      <p>
        {text}{" "}
        <Link to={to} className="inline-block py-1">
          {linkText}
        </Link>
      </p>
      {gift ? (
        <Form method="post" action={href("cart")} preventScrollReset>
          <input type="hidden" name="intent" value="add" />
          <input type="hidden" name="courseFormatId" value={gift.courseFormatId} />
          <Button look="quiet">
            Add to cart<span className="sr-only">: {gift.title}</span>
          </Button>
        </Form>
      ) : null}
    </div>
  );
}
