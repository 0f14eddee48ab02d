/** Our forms have no longer lists or names. */
const fieldName = /^[^[\]]{0,100}(\[\d{0,3}\][^[\]]{0,100}){0,3}$/u;
/** Conform’s internal fields for editing a single field; our pages never send them. */
const reserved = ["__intent__", "__state__"];

/** The fields of a submitted form. Conform turns "seats[3].name" into a list of four, so a field named
 *  "seats[999999999]" would allocate a billion entries and crash the process: such names get a 400. */
export async function readForm(request: Request): Promise<FormData> {
  const form = await request.formData();
  for (const name of form.keys())
    if (!fieldName.test(name) || reserved.includes(name))
      throw new Response("This form has an unknown field. Go back and try again.", { status: 400 });
  return form;
}
