import { cookiesOf, send, sendForm } from "./send";
import type { Target } from "./verdict";

export type FoundForm = { page: string; action: string; fields: Record<string, string>; cookie: string };

/** The forms on the pages that anyone, or the attacker as a customer, can open. */
export async function collectForms({ url, cast }: Target): Promise<FoundForm[]> {
  const { attacker } = cast;
  const add = "intent=add&courseFormatId=managing-dose-in-fluoroscopy.ebook&quantity=1";
  const cart = cookiesOf(await sendForm(url, "/cart", add));
  const cookie = `${attacker.cookie}; ${cart}`;
  const own = `/account/orders/${attacker.order}`;
  const pages = [
    ...["/", "/courses/managing-dose-in-fluoroscopy", "/cart", "/checkout", "/account", "/account/orders", own],
    ...[`${own}/refund`, `/account/courses/${attacker.enrollment}`, "/account/sign-in", "/verify", "/staff/sign-in"],
  ];
  const forms: FoundForm[] = [];
  for (const page of pages) {
    const signedIn = !/sign-in/.test(page);
    const { body } = await send(url, page, { headers: signedIn ? { Cookie: cookie } : {} });
    forms.push(...formsIn(body, page).map((form) => ({ ...form, cookie: signedIn ? cookie : "" })));
  }
  const seen = new Set<string>();
  return forms.filter(({ action, fields }) => {
    const key = `${action} ${Object.keys(fields).join()} ${fields.intent ?? ""}`;
    return !seen.has(key) && seen.add(key);
  });
}

function formsIn(html: string, page: string): Omit<FoundForm, "cookie">[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(([, attributes = "", inside = ""]) => {
    if (!/method="post"/i.test(attributes)) return [];
    const action = attribute(attributes, "action") ?? page;
    // Signing out would end the attacker's own session.
    if (/sign-out/.test(action)) return [];
    const fields: Record<string, string> = {};
    for (const [, input = ""] of inside.matchAll(/<(?:input|select|textarea|button)\b([^>]*)>/g)) {
      const name = attribute(input, "name");
      if (name) fields[name] ??= attribute(input, "value") ?? "";
    }
    return [{ page, action, fields }];
  });
}

function attribute(text: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1];
  return value?.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#x27;", "'");
}
