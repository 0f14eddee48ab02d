import { type Problem, unauthorized } from "../../objects/problem";

/** The stand-in accepts only secret test keys: a live key here would mean that a shop is calling the wrong address. */
export function refuseKey(authorization: string | undefined): Problem | undefined {
  const key = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
  if (!key) {
    return unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    );
  }
  if (/^sk_test_\w{3,}$/.test(key)) return undefined;
  return unauthorized(
    `Invalid API Key provided: ${key.slice(0, 8)}${"*".repeat(8)}. The stand-in accepts only sk_test_ keys.`,
  );
}
