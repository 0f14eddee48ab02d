import { readSitemap } from "~/guidance/site-map/site-map.server";

export async function loader() {
  return new Response(await readSitemap(), {
    headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
