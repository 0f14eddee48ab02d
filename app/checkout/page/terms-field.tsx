import { getInputProps } from "@conform-to/react";
import { href } from "~/addresses/href";
import { ChoiceField } from "~/ui/field";
import type { Fields } from "../form/fields";

/** Never checked in advance. The terms open in a new tab, so nothing typed is lost. */
export function TermsField({ field, refundDays }: { field: Fields["terms"]; refundDays: number }) {
  const { key, ...box } = getInputProps(field, { type: "checkbox", value: "agreed" });
  return (
    <div>
      {field.errors ? (
        <p id={`${field.id}-error`} className="text-sm font-semibold text-wrong">
          {field.errors.join(" ")}
        </p>
      ) : null}
      <ChoiceField
        key={key}
        {...box}
        required
        aria-describedby={`${field.id}-hint${field.errors ? ` ${field.id}-error` : ""}`}
        label={
          <>
            I agree to the{" "}
            <a href={href("terms")} target="_blank" rel="noreferrer">
              terms and refund policy
            </a>{" "}
            (opens in a new tab)
          </>
        }
      />
      <p id={`${field.id}-hint`} className="text-sm text-muted">
        Refunds are available within {refundDays} days of payment for any unit without a certificate.
      </p>
    </div>
  );
}
