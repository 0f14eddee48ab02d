import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { href } from "~/addresses/href";
import { formatCents } from "~/core/money";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import type { ViewCoupon } from "./cart-view";

/** The entered codes, what each takes off, and the field for another. */
export function Coupons({ coupons, problem }: { coupons: ViewCoupon[]; problem?: { code: string; message: string } }) {
  const form = useRef<HTMLFormElement>(null);
  const known = useRef(coupons.length);
  // An accepted code clears the field; a rejected one stays so it can be corrected. Focus doesn't move.
  useEffect(() => {
    if (coupons.length > known.current) form.current?.reset();
    known.current = coupons.length;
  }, [coupons.length]);
  return (
    <div aria-live="polite" className="space-y-4">
      {coupons.length > 0 ? (
        <ul className="space-y-3">
          {coupons.map((coupon) => (
            <Entered key={coupon.code} coupon={coupon} />
          ))}
        </ul>
      ) : null}
      <Form ref={form} method="post" action={href("cart")} className="flex items-end gap-2" preventScrollReset>
        <input type="hidden" name="intent" value="enter-code" />
        <TextField
          id="code"
          name="code"
          label="Coupon code"
          defaultValue={problem?.code}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          errors={problem ? [problem.message] : undefined}
          className="min-w-0 grow"
        />
        <Button look="quiet">Apply</Button>
      </Form>
    </div>
  );
}

function Entered({ coupon: { code, name, amount, refusal } }: { coupon: ViewCoupon }) {
  return (
    <li className="text-sm">
      <div className="flex items-center justify-between gap-3">
        <p className="min-w-0 wrap-anywhere">
          <strong>{code}</strong>
          {name ? <span className="text-muted"> {name}</span> : null}
          {amount > 0 ? <span className="tabular font-semibold text-amber"> −{formatCents(amount)}</span> : null}
        </p>
        <Form method="post" action={href("cart")} preventScrollReset>
          <input type="hidden" name="intent" value="remove-code" />
          <input type="hidden" name="code" value={code} />
          <Button look="plain">
            Remove<span className="sr-only"> coupon {code}</span>
          </Button>
        </Form>
      </div>
      {refusal ? <p className="font-semibold text-wrong">{refusal}</p> : null}
    </li>
  );
}
