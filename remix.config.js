/** Remix's options; vite.config.ts passes them to Remix's plugin. @type {import("@remix-run/dev").VitePluginConfig} */
export default {
  appDirectory: "app",
  serverModuleFormat: "esm",
  // Tests are next to what they test; none of them is a route.
  ignoredRouteFiles: ["**/*"],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    // Off: docs/decisions/0015-single-fetch-off.md
    v3_singleFetch: false,
    // Off: with it, any visitor could ask /__manifest for any route's modules.
    v3_lazyRouteDiscovery: false,
  },
};
