/** A form's fields without blank figures: with two for each promotion, the link would be too long for servers. A row
 *  of the cart stays whole, because its format and its quantity are matched by position. */
export function shortenLink(fields: Iterable<readonly [string, FormDataEntryValue]>): URLSearchParams {
  const link = new URLSearchParams();
  for (const [name, value] of fields) {
    if (typeof value !== "string") continue;
    if (value.trim() !== "" || !/^(left|allowed)-/.test(name)) link.append(name, value);
  }
  return link;
}
