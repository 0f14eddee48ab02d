/** A form's fields without the figures that were left blank: two for each promotion, which would make a link longer than servers
 *  read. A row of the cart stays whole, because its format and its quantity are told by their places. */
export function shortLink(fields: Iterable<readonly [string, FormDataEntryValue]>): URLSearchParams {
  const link = new URLSearchParams();
  for (const [name, value] of fields) {
    if (typeof value !== "string") continue;
    if (value.trim() !== "" || !/^(left|allowed)-/.test(name)) link.append(name, value);
  }
  return link;
}
