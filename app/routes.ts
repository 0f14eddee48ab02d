import { index, type RouteConfig, route } from "@remix-run/route-config";

/** Every address of the shop; a screen's file has the name of its address. */
export default [index("routes/home.tsx")] satisfies RouteConfig;
