export type FormBounds = { fields: number; characters: number };

/** A visitor's form: the longest names ten learners. */
export const visitorForm: FormBounds = { fields: 300, characters: 64_000 };
/** A staff form with a box for every course, twice: 10,000 courses still fit. */
export const longForm: FormBounds = { fields: 20_500, characters: 1_000_000 };

/** Our forms have no longer names and lists, and nothing deeper than "seats[3].name". */
const fieldName = /^[^.[\]]{0,100}(\[\d{0,3}\]|\.[^.[\]]{0,100}){0,3}$/u;
/** Conform’s internal fields for editing a single field; our pages never send them. */
const reserved = ["__intent__", "__state__"];

/** The fields of a submitted form, read in one pass. Fields are counted before any is decoded. Conform turns "seats[3].name"
 *  into a list of four, so a field named "seats[999999999]" would allocate a billion entries and crash the process. */
export async function readForm(request: Request, bounds = visitorForm): Promise<FormData> {
  const body = await request.text();
  const most = bounds.fields.toLocaleString("en-US");
  if (body.length > bounds.characters) throw refusal(413, "This form is too long. Go back and send less text.");
  if (countFields(body) > bounds.fields)
    throw refusal(413, `This form has more than ${most} fields. Go back, choose fewer items, and send it again.`);
  const fields = body
    .split("&")
    .filter(Boolean)
    .map((field): [string, string] => {
      const at = field.indexOf("=");
      return at < 0 ? [decoded(field), ""] : [decoded(field.slice(0, at)), decoded(field.slice(at + 1))];
    });
  const times = new Map<string, number>();
  for (const [name] of fields) {
    if (!fieldName.test(name) || reserved.includes(name))
      throw refusal(400, "This form has an unknown field. Go back and try again.");
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  const form = new FormData();
  // Conform copies a list for each repetition of its name, but appends to one whose name ends in [].
  for (const [name, value] of fields)
    form.append((times.get(name) ?? 0) > 1 && !name.endsWith("[]") ? `${name}[]` : name, value);
  return form;
}

function countFields(body: string): number {
  let count = body === "" ? 0 : 1;
  for (let at = body.indexOf("&"); at >= 0; at = body.indexOf("&", at + 1)) count += 1;
  return count;
}

/** Strict: what isn't UTF-8 (half a surrogate pair among it) is refused, and so is NUL, which PostgreSQL can't store. */
function decoded(text: string): string {
  try {
    const plain = decodeURIComponent(text.replaceAll("+", " "));
    if (!plain.includes("\0")) return plain;
  } catch {
    // Refused below.
  }
  throw refusal(400, "This form has a character that can’t be read. Go back, type the text again, and send it.");
}

function refusal(status: 400 | 413, message: string): Response {
  return new Response(message, { status });
}
