import { expect, test } from "vitest";
import { redactPath } from "./redact-path";

test.each([
  ["/orders/abc/signature", "/orders/…"],
  ["/learning/abc/signature/test", "/learning/…"],
  ["/verify/code", "/verify/…"],
  ["/Orders/abc/signature", "/orders/…"],
  ["/%6Frders/abc/signature", "/orders/…"],
  ["//orders//abc/signature", "/orders/…"],
  ["/account/sign-in/secret", "/account/sign-in/…"],
  ["/Checkout/continue/secret", "/checkout/continue/…"],
  ["/Account//Sign-In/secret", "/account/sign-in/…"],
  ["/account/sign-in", "/account/sign-in"],
  ["/verify", "/verify"],
  ["/staff/orders/abc", "/staff/orders/abc"],
  ["/courses/iv-therapeutics", "/courses/iv-therapeutics"],
  ["/%E0%A4%A", "/%E0%A4%A"],
])("SECURITY 16.2.5: %s is logged as %s", (path, logged) => {
  expect(redactPath(path)).toBe(logged);
});
