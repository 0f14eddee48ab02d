import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { SelectField, TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { type TesterAnswer, type TesterQuery, testerRows } from "./tester";
import type { ShippingPage } from "./zones.server";

type Props = {
  page: Pick<ShippingPage, "books" | "countries">;
  query: TesterQuery;
  answer: TesterAnswer | undefined;
};

/** Shows a cart's quote for a destination and some books. A plain GET, so every question is a link. */
export function ShippingTester({ page, query, answer }: Props) {
  const books = [
    { value: "", label: "No book" },
    ...page.books.map(({ id, title, grams }) => ({ value: id, label: `${title}, ${grams ?? "unknown"} g` })),
  ];
  return (
    <Form method="get" className="space-y-4" preventScrollReset>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          id="to-country"
          name="country"
          label="Country"
          options={page.countries}
          defaultValue={query.country}
        />
        <TextField id="to-state" name="state" label="State or province" defaultValue={query.state} />
      </div>
      {Array.from({ length: testerRows }, (_, row) => row).map((row) => (
        <div key={row} className="grid grid-cols-[1fr_5rem] gap-4">
          <SelectField
            id={`book-${row}`}
            name="book"
            label={row === 0 ? "Book" : <span className="sr-only">Book {row + 1}</span>}
            options={books}
            defaultValue={query.lines[row]?.book ?? ""}
            className="min-w-0"
          />
          <TextField
            id={`copies-${row}`}
            name="copies"
            label={row === 0 ? "Copies" : <span className="sr-only">Copies of book {row + 1}</span>}
            inputMode="numeric"
            defaultValue={query.lines[row]?.copies ?? 1}
          />
        </div>
      ))}
      <Button look="quiet">Calculate shipping</Button>
      {answer ? <Answer answer={answer} /> : null}
    </Form>
  );
}

function Answer({ answer }: { answer: TesterAnswer }) {
  if ("problem" in answer)
    return (
      <Notice tone="problem" live>
        {answer.problem}
      </Notice>
    );
  const { weight, mailing } = answer;
  return (
    <Notice tone={mailing.problem ? "problem" : "info"} live>
      <p className="tabular">{weight}</p>
      <p>
        {mailing.label}: <strong>{mailing.price}</strong>
      </p>
      {mailing.problem ? <p>Shoppers see: “{mailing.problem}”</p> : null}
    </Notice>
  );
}
