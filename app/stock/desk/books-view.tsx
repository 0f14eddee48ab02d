import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatCents } from "~/core/money";
import { NoRows, StaffPage } from "~/ui/desk/page";
import { Table } from "~/ui/desk/table";
import type { BookRow } from "./books.server";

export function BooksView({ books }: { books: BookRow[] }) {
  return (
    <StaffPage title="Printed books">
      {books.length > 0 ? <BooksTable books={books} /> : <NoRows>No courses are sold as books by mail.</NoRows>}
    </StaffPage>
  );
}

function BooksTable({ books }: { books: BookRow[] }) {
  return (
    <Table
      caption="Printed books, fewest copies first"
      rows={books}
      rowKey={({ id }) => id}
      columns={[
        {
          label: "Course",
          cell: ({ id, title, isRetired }) => (
            <>
              <Link to={href("staffBook", { format: id })} className="inline-block py-0.5">
                {title}
              </Link>
              {isRetired ? <span className="font-normal text-muted"> retired</span> : null}
            </>
          ),
        },
        { label: "ISBN", cell: ({ isbn }) => <span className="tabular">{isbn ?? "none"}</span> },
        { label: "Price", cell: ({ priceCents }) => formatCents(priceCents), isFigure: true },
        { label: "Sold", cell: ({ sold }) => sold, isFigure: true },
        {
          label: "Copies left",
          cell: ({ copiesLeft }) => (
            <strong className={copiesLeft === 0 ? "text-wrong" : undefined}>
              {copiesLeft === 0 ? "0, sold out" : copiesLeft}
            </strong>
          ),
          isFigure: true,
        },
      ]}
    />
  );
}
