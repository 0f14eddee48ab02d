import routes from "~/routes";

type Entry = { path?: string; file: string; children?: Entry[] };
type Served = { pattern: string; file: string; id: string };

/** Every address with the route that serves it, as app/routes.ts has it: a new page is in each test that walks them without
 *  anybody thinking of it. */
export const everyRoute: Served[] = (routes as Entry[]).flatMap((entry) => routesBelow(entry));

function routesBelow({ path, file, children = [] }: Entry, parent = ""): Served[] {
  const pattern = [parent, path].filter(Boolean).join("/");
  return [
    { pattern, file, id: file.replace(/\.tsx?$/, "") },
    ...children.flatMap((child) => routesBelow(child, pattern)),
  ];
}
