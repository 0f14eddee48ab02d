import { afterEach, expect, test } from "vitest";
import { env } from "../env.server";
import { shopCookie } from "./cookies.server";

const plain = env().SHOP_URL;
const secrets = env().SECRETS;
afterEach(() => Object.assign(env(), { SHOP_URL: plain, SECRETS: secrets }));

test("SECURITY 3.3: over https a cookie is __Host-, Secure, HttpOnly, and SameSite=Lax for the entire shop", async () => {
  env().SHOP_URL = "https://shop.example";
  const header = await shopCookie("cart", 60).serialize("value");
  expect(header).toMatch(/^__Host-cart=/);
  for (const part of ["Path=/", "HttpOnly", "Secure", "SameSite=Lax", "Max-Age=60"]) expect(header).toContain(part);
  expect(header).not.toContain("Domain");
});

test("on plain http, allowed only on loopback, the prefix and the flag are omitted", async () => {
  const header = await shopCookie("cart").serialize("value");
  expect(header).toMatch(/^cart=/);
  expect(header).not.toContain("Secure");
  expect(header).toContain("HttpOnly");
});

test("a cookie is signed: an edited one is rejected; one signed with an older secret still works", async () => {
  env().SECRETS = ["old-secret-of-thirty-two-characters"];
  const pair = (await shopCookie("cart").serialize("value")).split(";")[0] ?? "";
  env().SECRETS = ["new-secret-of-thirty-two-characters", "old-secret-of-thirty-two-characters"];
  expect(await shopCookie("cart").parse(pair)).toBe("value");
  expect(await shopCookie("cart").parse(`${pair.slice(0, -2)}xx`)).toBeNull();
  env().SECRETS = ["new-secret-of-thirty-two-characters"];
  expect(await shopCookie("cart").parse(pair)).toBeNull();
});
