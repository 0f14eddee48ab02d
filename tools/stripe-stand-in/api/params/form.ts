import { invalidRequest, ok, type Result, refuse } from "../../objects/problem";

export type FormValue = string | FormValue[] | FormTree;
export type FormTree = { [name: string]: FormValue };
type Branch = Map<string, string | Branch>;

/**
 * Parses `a[b][0][c]=x` the way Stripe does: brackets nest, a branch whose names are all numbers is a list, `a[]=x` appends,
 * `a[][b]=x` adds to the last element until its name repeats, and every leaf is text. The last of two equal
 * names wins. Used for request bodies and for query strings. Refuses names with unbalanced brackets, a name used both
 * as a value and as a branch, and invalid escapes (`%`, `%zz`, half a character).
 */
export function decodeForm(text: string): Result<FormTree> {
  const root: Branch = new Map();
  for (const pair of text.split("&").filter(Boolean)) {
    const [name, value] = parted(pair).map(unescaped);
    if (name === undefined || value === undefined) {
      return refuse(invalidRequest(`Invalid form-encoding: ${pair.slice(0, 100)} is not percent-encoded UTF-8`));
    }
    const path = splitName(name);
    if (!path) return refuse(invalidRequest(`Received unknown parameter: ${name}`, unknown(name)));
    if (!plant(root, path, value)) return refuse(invalidRequest("Invalid hash", { param: name }));
  }
  return ok(settleTree(root));
}

const unknown = (param: string) => ({ code: "parameter_unknown", param });

function parted(pair: string): [string, string] {
  const equals = pair.indexOf("=");
  return equals < 0 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)];
}

function unescaped(escaped: string): string | undefined {
  try {
    return decodeURIComponent(escaped.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}

/** `a[b][]` becomes `["a", "b", ""]`; undefined for anything that is not a name followed by bracketed parts. */
function splitName(name: string): string[] | undefined {
  const parts = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name);
  if (!parts) return undefined;
  const [, head = "", rest = ""] = parts;
  return [head, ...[...rest.matchAll(/\[([^[\]]*)\]/g)].map(([, inner = ""]) => inner)];
}

/** Sets the value at its path. False if a value of the other sort is already there. */
function plant(root: Branch, path: string[], value: string): boolean {
  let branch = root;
  for (const [depth, part] of path.entries()) {
    const name = part === "" ? elementFor(branch, path.slice(depth + 1)) : part;
    const here = branch.get(name);
    if (depth === path.length - 1) {
      if (here instanceof Map) return false;
      branch.set(name, value);
      return true;
    }
    if (typeof here === "string") return false;
    const next: Branch = here ?? new Map();
    branch.set(name, next);
    branch = next;
  }
  return true;
}

/** The element `[]` means: the last one while `rest` isn't in it yet, otherwise a new one. */
function elementFor(branch: Branch, rest: string[]): string {
  const last = branch.get(String(branch.size - 1));
  const goesOn = rest.length > 0 && last instanceof Map && !has(last, rest);
  return String(goesOn ? branch.size - 1 : branch.size);
}

function has(branch: Branch, [head = "", ...rest]: string[]): boolean {
  // A list within an element always takes another value.
  if (head === "") return false;
  const here = branch.get(head);
  if (here === undefined) return false;
  return here instanceof Map && rest.length > 0 ? has(here, rest) : true;
}

// `Object.fromEntries` defines its own properties, so a parameter called `__proto__` stays an ordinary, unknown one.
function settleTree(branch: Branch): FormTree {
  return Object.fromEntries([...branch].map(([name, value]) => [name, settle(value)]));
}

function settle(value: string | Branch): FormValue {
  if (typeof value === "string") return value;
  const names = [...value.keys()];
  if (!names.every((name) => /^\d+$/.test(name))) return settleTree(value);
  return names.sort((a, b) => Number(a) - Number(b)).map((name) => settle(value.get(name) ?? ""));
}
