import { readRobots } from "~/guidance/site-map/site-map.server";

export function loader() {
  return new Response(readRobots(), {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
