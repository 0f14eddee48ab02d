import serifFont from "@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2?url";
import sansFont from "@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2?url";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { countUnits } from "./cart/cart.server";
import { readShop } from "./shop/shop.server";
import { SiteFooter } from "./shop/site-footer";
import { SiteHeader } from "./shop/site-header";
import stylesheet from "./ui/app.css?url";
import { ButtonLink } from "./ui/button";
import { CreditPatterns } from "./ui/credits-bar";
import { useNonce } from "./ui/nonce";
import { useOwnHeader } from "./ui/own-header";
import { Container, PageHeader } from "./ui/page";

const preloaded = { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "anonymous" } as const;

export const links: LinksFunction = () => [
  { ...preloaded, href: sansFont },
  { ...preloaded, href: serifFont },
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const { name, tagline, email, phone, address, mode } = await readShop();
  return { shop: { name, tagline, email, phone, address, mode }, cartUnits: await countUnits(request) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.shop.name}: ${data.shop.tagline}` : "Continuing education" },
];

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const data = useRouteLoaderData<typeof loader>("root");
  const ownHeader = useOwnHeader();
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#faf7f1" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#111419" media="(prefers-color-scheme: dark)" />
        <Meta />
        <Links />
      </head>
      <body className="flex flex-col">
        <a href="#main" className="sr-only z-20 bg-film px-4 py-3 text-on-film focus:not-sr-only focus:absolute">
          Skip to content
        </a>
        {ownHeader ?? (data ? <SiteHeader shop={data.shop} cartUnits={data.cartUnits} /> : null)}
        <main id="main" tabIndex={-1} className="flex-1 pb-20 outline-none">
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

/** Says what happened and what to do next; never why in a programmer's words. */
export function ErrorBoundary() {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const message = isRouteErrorResponse(error) && typeof error.data === "string" && error.data ? error.data : undefined;
  return (
    <Container narrow>
      {status === 404 ? (
        <PageHeader title="There is nothing at this address">
          <p>{message ?? "The link may be old, or a letter may be missing."}</p>
        </PageHeader>
      ) : (
        <PageHeader title={status < 500 ? "This did not work" : "Something went wrong on our side"}>
          <p>{message ?? "Nothing that you confirmed is lost. Please try again in a minute."}</p>
        </PageHeader>
      )}
      <p className="flex flex-wrap gap-3">
        <ButtonLink to="/catalog" reload>
          Browse the catalog
        </ButtonLink>
        <ButtonLink to="/" look="quiet" reload>
          Go to the front page
        </ButtonLink>
      </p>
    </Container>
  );
}
