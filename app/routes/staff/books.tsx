import { staffLoader } from "~/accounts/staff-route.server";
import { readBooks } from "~/stock/desk/books.server";
import { BooksView } from "~/stock/desk/books-view";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Books");

export const loader = staffLoader("stock.read", async () => {
  return { books: await readBooks() };
});

export default function StaffBooks() {
  return <BooksView {...useLoaderData<typeof loader>()} />;
}
