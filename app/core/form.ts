/** No form here has longer lists, or longer names. */
const fieldName = /^[^[\]]{0,100}(\[\d{0,3}\][^[\]]{0,100}){0,3}$/u;
/** Conform’s own: by them it takes what was sent for the edit of one field, which no page of ours sends. */
const reserved = ["__intent__", "__state__"];

/** The fields of a sent form. Conform reads "seats[3].name" as the fourth of a list, so one field named "seats[999999999]" would
 *  be a list of a billion, and the end of the process that copies it: who sends such a name gets a 400. */
export async function readForm(request: Request): Promise<FormData> {
  const form = await request.formData();
  for (const name of form.keys())
    if (!fieldName.test(name) || reserved.includes(name))
      throw new Response("This form has a field that is none of ours. Please go back and try again.", { status: 400 });
  return form;
}
