import serif from "@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2?url";
import sans from "@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2?url";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Form,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { href } from "~/addresses/href";
import { SearchRow } from "~/catalog/page/catalog-filters";
import { currentCustomer } from "./accounts/customer-session.server";
import { isNoindex } from "./addresses/search-engines";
import { countUnits } from "./cart/cart.server";
import { ErrorPage } from "./shop/error-page";
import { errorText } from "./shop/error-text";
import { readShop } from "./shop/shop.server";
import { SiteFooter } from "./shop/site-footer";
import { SiteHeader } from "./shop/site-header";
import stylesheet from "./ui/app.css?url";
import { CreditPatterns } from "./ui/credits-bar";
import { useNonce } from "./ui/nonce";
import { useOwnHeader } from "./ui/own-header";
import { withShopName } from "./ui/page-meta";

// Preload the two fonts above the fold before the style sheet requests them.
const fonts = [serif, sans].map((href) => ({
  ...{ rel: "preload" as const, as: "font" as const, type: "font/woff2" },
  ...{ href, crossOrigin: "anonymous" as const },
}));

export const links: LinksFunction = () => [
  ...fonts,
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const { name, tagline, email, phone, address, mode } = await readShop();
  const isSignedIn = (await currentCustomer(request)) !== undefined;
  return { shop: { name, tagline, email, phone, address, mode }, cartUnits: await countUnits(request), isSignedIn };
}

export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  if (error) return [{ title: withShopName(errorText(error).title, data?.shop.name) }];
  return [{ title: data ? `${data.shop.name}: ${data.shop.tagline}` : "Continuing education" }];
};

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const data = useRouteLoaderData<typeof loader>("root");
  const ownHeader = useOwnHeader();
  const { pathname } = useLocation();
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#faf7f1" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#111419" media="(prefers-color-scheme: dark)" />
        {isNoindex(pathname) ? <meta name="robots" content="noindex" /> : null}
        <Meta />
        <Links />
      </head>
      <body className="flex flex-col">
        <a
          href="#main"
          className="sr-only z-20 bg-film text-on-film no-underline focus:not-sr-only focus:absolute focus:px-4 focus:py-3"
        >
          Skip to content
        </a>
        {ownHeader ?? (data ? <SiteHeader {...data} /> : null)}
        <main id="main" tabIndex={-1} className="flex-1 pb-16 outline-none">
          {children}
        </main>
        {data && !ownHeader ? <SiteFooter shop={data.shop} /> : null}
        <CreditPatterns />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return (
    <ErrorPage {...errorText(useRouteError())}>
      <Form action={href("catalog")} role="search">
        <SearchRow q="" />
      </Form>
    </ErrorPage>
  );
}
