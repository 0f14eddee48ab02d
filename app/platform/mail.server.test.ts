import { afterAll, expect, test } from "vitest";
import { startMailServer } from "../../tests/support/shop/mail-server";
import { env } from "./env.server";
import { sendMail } from "./mail.server";

const server = await startMailServer();
afterAll(() => server.close());

const address = "ada@example.com";
const mail = {
  from: { name: "Shop", address },
  to: { address },
  subject: "Sign in",
  text: "…",
  html: "…",
  messageId: "a",
};

test("SECURITY 52: a live shop gives a server without TLS nothing", async () => {
  for (const options of ["", "?ignoreTLS=true", "?opportunisticTLS=true"]) {
    Object.assign(env(), { SHOP_MODE: "live", MAIL: `${server.url}/${options}` });
    await expect(sendMail(mail), options).rejects.toThrow(/STARTTLS/);
  }
  expect(server.taken).toEqual([]);
  Object.assign(env(), { SHOP_MODE: "test", MAIL: server.url });
  await sendMail(mail);
  expect(server.taken).toHaveLength(1);
});
