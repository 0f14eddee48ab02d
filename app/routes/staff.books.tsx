import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/accounts/sessions.server";
import { readBooks } from "~/stock/desk/books.server";
import { BooksView } from "~/stock/desk/books-view";

export const meta: MetaFunction = () => [{ title: "Books · Staff" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request);
  return { books: await readBooks() };
}

export default function StaffBooks() {
  return <BooksView {...useLoaderData<typeof loader>()} />;
}
