import { type FieldMetadata, getInputProps, getSelectProps } from "@conform-to/react";
import { impossible } from "~/core/result";
import type { PromotionKind } from "~/promotions/terms";
import { ChoiceField, SelectField, TextField } from "~/ui/field";
import { ChoiceList } from "./choice-list";
import { type Fields, formatOptions, ScopeFields } from "./promotion-scope-fields";
import type { Choices } from "./promotions.server";

type Props = { kind: PromotionKind; fields: Fields; choices: Choices };

const priceKinds = [
  { value: "price", label: "A fixed price, $" },
  { value: "amount-off", label: "Off each unit, $" },
  { value: "percent-off", label: "Off, %" },
];
const discountKinds = [
  { value: "percent-off", label: "Off, %" },
  { value: "amount-off", label: "Off the order, $" },
];
const counts = [
  { value: "scope", label: "all these courses together" },
  { value: "course", label: "each course by itself" },
];

/** The fields of a kind's terms, in the order in which one thinks of them. */
export function TermsFields({ kind, fields, choices }: Props) {
  switch (kind) {
    case "limited-sale":
    case "scheduled-sale":
      return (
        <>
          <ScopeFields fields={fields} choices={choices} label="Courses on sale" />
          <Pair>
            <Choice field={fields.priceKind} label="How the price is made" hint="For each unit" options={priceKinds} />
            <Text field={fields.price} label="Price or reduction" hint="Like 99.50, or 15 for 15 %" />
          </Pair>
        </>
      );
    case "coupon":
      return (
        <>
          <Text
            field={fields.codes}
            label="Codes"
            hint="One or several, with commas. Leave it empty to make codes in bulk afterwards."
          />
          <Pair>
            <Choice
              field={fields.discountKind}
              label="What it takes"
              hint="Of what the courses cost"
              options={discountKinds}
            />
            <Text field={fields.discount} label="How much" hint="Like 10 for 10 %, or 10.00" />
          </Pair>
          <ScopeFields fields={fields} choices={choices} label="Courses that it is for" />
          <Text
            field={fields.minimumSpend}
            label="Minimum spend, $"
            hint="Of these courses, after sales. Empty: none"
          />
          <Tick field={fields.firstOrderOnly} label="Only for a customer’s first order" />
        </>
      );
    case "bundle":
      return (
        <>
          <Courses
            field={fields.courseIds}
            choices={choices}
            label="Courses of the set"
            hint="Two or more; one unit of each makes a set."
          />
          <Formats field={fields.formats} />
          <Pair>
            <Text field={fields.price} label="Price of the whole set, $" />
            <Text field={fields.maximumSets} label="Sets in an order" hint="Empty: no limit" isNumber />
          </Pair>
        </>
      );
    case "buy-x-get-y":
      return (
        <>
          <ScopeFields fields={fields} choices={choices} label="Courses to buy" />
          <div className="grid gap-6 sm:grid-cols-4">
            <Text field={fields.buy} label="Buy" isNumber />
            <Text field={fields.get} label="Get" isNumber />
            <Text field={fields.discount} label="Off these, %" hint="100 is free" />
            <Text field={fields.maximumSets} label="Times an order" hint="Empty: no limit" isNumber />
          </div>
          <Courses
            field={fields.rewardCourseIds}
            choices={choices}
            label="What they get"
            hint="None ticked: of the same courses, the cheapest of each group."
          />
        </>
      );
    case "quantity-tiers":
      return (
        <>
          <ScopeFields fields={fields} choices={choices} label="Courses with a group price" />
          <Choice field={fields.count} label="Units are counted of" options={counts} />
          <Tiers field={fields.tiers} />
        </>
      );
    case "gift":
      return (
        <>
          <Courses field={fields.giftCourseId} choices={choices} label="The free course" isSingle />
          <Formats field={fields.giftFormats} />
          <Text field={fields.minimumSpend} label="With a purchase of, $" hint="At sale prices, without the gift" />
          <ScopeFields fields={fields} choices={choices} label="Courses that count as the purchase" />
        </>
      );
    default:
      return impossible(kind);
  }
}

type One = { field: FieldMetadata<unknown> | undefined; label: string; hint?: string };

export function Text({ field, label, hint, isNumber }: One & { isNumber?: boolean }) {
  if (!field) return null;
  const { key, ...input } = getInputProps(field as FieldMetadata<string>, { type: "text" });
  return (
    <TextField
      key={key}
      {...input}
      label={label}
      hint={hint}
      errors={field.errors}
      inputMode={isNumber ? "numeric" : undefined}
    />
  );
}

function Choice({ field, label, hint, options }: One & { options: { value: string; label: string }[] }) {
  if (!field) return null;
  const { key, ...select } = getSelectProps(field as FieldMetadata<string>);
  return <SelectField key={key} {...select} label={label} hint={hint} options={options} errors={field.errors} />;
}

export function Tick({ field, label }: One) {
  if (!field) return null;
  const { key, ...input } = getInputProps(field as FieldMetadata<string>, { type: "checkbox" });
  return <ChoiceField key={key} {...input} label={label} />;
}

function Courses({ field, choices, label, hint, isSingle }: One & { choices: Choices; isSingle?: boolean }) {
  return field ? (
    <ChoiceList field={field} label={label} hint={hint} options={choices.courses} isSingle={isSingle} />
  ) : null;
}

function Formats({ field }: { field: One["field"] }) {
  return field ? (
    <ChoiceList field={field} label="Formats" hint="None ticked: any format." options={formatOptions} />
  ) : null;
}

function Pair({ children }: { children: React.ReactNode }) {
  return <div className="grid gap-6 sm:grid-cols-2">{children}</div>;
}

const steps = [0, 1, 2, 3, 4];

/** Five steps are enough for people to understand. */
function Tiers({ field }: { field: One["field"] }) {
  if (!field) return null;
  const rows = field as FieldMetadata<{ quantity: string; discount: string }[]>;
  const known = rows.getFieldList();
  const typed = (index: number) => known[index]?.getFieldset();
  return (
    <fieldset id={field.id} aria-describedby={field.errors ? `${field.id}-error` : undefined} className="space-y-2">
      <legend className="font-semibold">Steps</legend>
      <p className="text-sm text-muted">Leave what you don’t need empty. The highest step that is reached counts.</p>
      {field.errors ? (
        <p id={`${field.id}-error`} className="text-sm font-semibold text-wrong">
          {field.errors.join(" ")}
        </p>
      ) : null}
      {steps.map((index) => {
        const row = typed(index);
        const name = `${rows.name}[${index}]`;
        return (
          <div key={index} className="grid grid-cols-2 gap-4">
            <TextField
              id={`${field.id}-${index}-quantity`}
              name={`${name}.quantity`}
              defaultValue={row?.quantity.initialValue}
              label={index === 0 ? "From units" : <span className="sr-only">From units, step {index + 1}</span>}
              errors={row?.quantity.errors}
              inputMode="numeric"
            />
            <TextField
              id={`${field.id}-${index}-discount`}
              name={`${name}.discount`}
              defaultValue={row?.discount.initialValue}
              label={index === 0 ? "Off each, %" : <span className="sr-only">Off each, %, step {index + 1}</span>}
              errors={row?.discount.errors}
              inputMode="decimal"
            />
          </div>
        );
      })}
    </fieldset>
  );
}
