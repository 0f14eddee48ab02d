import { type AddressName, addresses } from "./addresses";

type ParametersIn<Pattern extends string> = Pattern extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer More}`
    ? Name | ParametersIn<More>
    : Rest
  : never;

/** What follows the "?"; undefined values are left out. */
export type Query = URLSearchParams | Record<string, string | number | undefined>;

type Arguments<Parameter extends string> = [Parameter] extends [never]
  ? [query?: Query]
  : [parameters: Record<Parameter, string | number>, query?: Query];

/** The path of an address: `href("staffOrder", { order: id }, { done: "found" })`. Parameters are encoded. Throws if one
 *  is missing. */
export function href<Name extends AddressName>(
  name: Name,
  ...rest: Arguments<ParametersIn<(typeof addresses)[Name]>>
): string;
export function href(name: AddressName, ...rest: unknown[]): string {
  const pattern: string = addresses[name];
  const parameters = pattern.includes(":") ? (rest.shift() as Record<string, string | number>) : {};
  const path = pattern.replace(/:(\w+)/g, (_, parameter) => {
    const value = parameters[parameter];
    if (value === undefined || value === "") throw new RangeError(`${name} needs :${parameter}`);
    return encodeURIComponent(value);
  });
  return `/${path}${queryText(rest[0] as Query | undefined)}`;
}

function queryText(query: Query = {}): string {
  const values =
    query instanceof URLSearchParams
      ? query
      : new URLSearchParams(
          Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
        );
  return values.size > 0 ? `?${values}` : "";
}
