import type { LoaderFunctionArgs } from "@remix-run/node";
import { drawCover, drawEmblem } from "~/catalog/cover/cover";
import { readCatalog } from "~/catalog/read/catalog.server";
import { leadingDiscipline } from "~/catalog/read/course";
import { DisciplineCode } from "~/catalog/read/disciplines";

/** A course's cover picture by slug, or a discipline's by code (`/covers/CT`). */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const name = params.slug ?? "";
  const code = DisciplineCode.safeParse(name);
  const svg = code.success ? drawEmblem(code.data) : await courseCover(name);
  const isVersioned = new URL(request.url).searchParams.has("v");
  return new Response(svg, {
    headers: {
      "Content-Type": "image/svg+xml; charset=utf-8",
      "Cache-Control": isVersioned ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    },
  });
}

async function courseCover(slug: string): Promise<string> {
  const course = (await readCatalog()).bySlug.get(slug);
  if (!course) throw new Response("There is no cover with this name.\n", { status: 404 });
  return drawCover(leadingDiscipline(course), course.title);
}
