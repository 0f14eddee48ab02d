type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue | undefined };

/** What arrives of a value that was sent as JSON: a `Date` as its ISO text. A property without a value is left out, which
 *  reads the same. What JSON can't carry is `unknown` here, so a page that relies on it doesn't compile. */
export type Json<T> = T extends JsonValue | undefined
  ? T
  : T extends Date
    ? string
    : T extends NotJson
      ? unknown
      : T extends readonly unknown[]
        ? { [K in keyof T]: undefined extends T[K] ? unknown : Json<T[K]> }
        : T extends object
          ? { [K in keyof T]: Json<T[K]> }
          : T;

type NotJson =
  | bigint
  | symbol
  | ((...args: never[]) => unknown)
  | ReadonlyMap<unknown, unknown>
  | ReadonlySet<unknown>
  | Promise<unknown>;
