import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { staffLoader } from "~/accounts/staff-route.server";
import { readBooks } from "~/stock/desk/books.server";
import { BooksView } from "~/stock/desk/books-view";

export const meta: MetaFunction = () => [{ title: "Books · Staff" }, { name: "robots", content: "noindex" }];

export const loader = staffLoader("stock.read", async () => {
  return { books: await readBooks() };
});

export default function StaffBooks() {
  return <BooksView {...useLoaderData<typeof loader>()} />;
}
