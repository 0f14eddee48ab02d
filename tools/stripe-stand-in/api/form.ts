import { invalidRequest, ok, type Result, refuse } from "../objects/problem";

export type FormValue = string | FormValue[] | FormTree;
export type FormTree = { [name: string]: FormValue };
type Branch = Map<string, string | Branch>;

/**
 * Reads `a[b][0][c]=x` as Stripe does: brackets nest, a branch whose names are all numbers is a list, `a[]=x` appends,
 * and every leaf is text. The last of two equal names wins. Used for request bodies and for query strings.
 * Refuses names with unbalanced brackets, and a name used both as a value and as a branch.
 */
export function decodeForm(text: string): Result<FormTree> {
  const root: Branch = new Map();
  for (const [name, value] of new URLSearchParams(text)) {
    const path = splitName(name);
    if (!path) return refuse(invalidRequest(`Received unknown parameter: ${name}`, unknown(name)));
    if (!plant(root, path, value)) return refuse(invalidRequest("Invalid hash", { param: name }));
  }
  return ok(settleTree(root));
}

const unknown = (param: string) => ({ code: "parameter_unknown", param });

/** `a[b][]` gives `["a", "b", ""]`; undefined for anything that is not a name followed by bracketed parts. */
function splitName(name: string): string[] | undefined {
  const parts = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name);
  if (!parts) return undefined;
  const [, head = "", rest = ""] = parts;
  return [head, ...[...rest.matchAll(/\[([^[\]]*)\]/g)].map(([, inner = ""]) => inner)];
}

/** Puts the value at its place. False when the place is taken by a value of the other sort. */
function plant(root: Branch, path: string[], value: string): boolean {
  let branch = root;
  for (const [depth, part] of path.entries()) {
    const name = part === "" ? String(branch.size) : part;
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
