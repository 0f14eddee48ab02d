import type { Cast } from "./cast";
import { fillings, type Screen, screens } from "./routes";
import { type Answer, send, sendForm } from "./send";
import { type Attack, type Group, isRefusal, judge, type Target } from "./verdict";

type Who = { name: string; cookie: (cast: Cast) => string };
const people: Who[] = [
  { name: "a visitor", cookie: () => "" },
  { name: "another customer", cookie: ({ attacker }) => attacker.cookie },
  { name: "a customer with a tampered cookie", cookie: ({ owner }) => `${owner.cookie.slice(0, -6)}AAAAAA` },
  { name: "staff whose session has ended", cookie: ({ endedStaffCookie }) => endedStaffCookie },
];
const ruleOf = { public: "15.3.1", owner: "8.2.2", link: "45", staff: "8.2.1", machine: "22" };

const signIn = /\/(staff|account)\/sign-in/;
/** Led to the sign-in, as a page or as data, or refused. */
function isKeptOut(answer: Answer): boolean {
  if (isRefusal(answer)) return true;
  const target = answer.headers.location ?? answer.headers["x-remix-redirect"];
  if (typeof target === "string") return signIn.test(target);
  return answer.status === 202 && signIn.test(answer.body);
}

/** Whether the attacker may have this one: their own account, or nobody's. */
function isOpenTo({ guard, pattern }: Screen, who: Who): boolean {
  return guard === "public" || (who.name === "another customer" && guard === "owner" && !pattern.includes(":"));
}

/** A page, and its data as client-side navigation asks for it. */
const forms = [
  { form: "page", of: (path: string) => path },
  { form: "data", of: (path: string, id: string) => `${path}?_data=${encodeURIComponent(id)}` },
];

const wasAnswered = ({ status }: Answer) => status !== 0;

function reads(who: Who, cast: Cast): Attack[] {
  return screens.flatMap((screen) =>
    fillings(screen, cast).flatMap(({ of, path }, index) =>
      // Values that were made to break something are tried on the page alone, and by whoever gets furthest.
      forms.slice(0, index === 0 ? 2 : who.name === "another customer" ? 1 : 0).flatMap((form) =>
        (index === 0 && form.form === "page" ? ["GET", "HEAD"] : ["GET"]).map((method) => ({
          name: `${method} ${form.of(path, screen.id)} by ${who.name}${of && `, ${of}`}`,
          rule: ruleOf[screen.guard],
          run: async (target: Target) => {
            const answer = await send(target.url, form.of(path, screen.id), {
              method,
              headers: { Cookie: who.cookie(target.cast) },
            });
            return judge(answer, target, isOpenTo(screen, who) ? wasAnswered : isKeptOut);
          },
        })),
      ),
    ),
  );
}

const anyForm = "version=1&intent=pause&act=pause&price=1.00&name=Eve&email=eve%40example.com&reason=x&attempt=1";

function writes(who: Who, cast: Cast): Attack[] {
  // What is open to all has forms for all; those are tried one by one elsewhere.
  const guarded = screens.filter((screen) => screen.guard !== "public" && !isOpenTo(screen, who));
  return guarded.flatMap((screen) =>
    fillings(screen, cast)
      .slice(0, 2)
      .map(({ path }) => ({
        name: `POST ${path} by ${who.name}`,
        rule: ruleOf[screen.guard],
        run: async (target: Target) =>
          judge(await sendForm(target.url, path, anyForm, who.cookie(target.cast)), target, isKeptOut),
      })),
  );
}

const origins: Record<string, Record<string, string>> = {
  "another site": { Origin: "https://evil.example" },
  "a name that begins like ours": { Origin: "http://127.0.0.1.evil.example" },
  "a frame without an origin": { Origin: "null" },
  nowhere: {},
};

/** The owner's browser is made to send a form: the cookie is right, and only its origin isn't. */
function fromElsewhere(cast: Cast): Attack[] {
  return Object.entries(origins).flatMap(([origin, headers]) =>
    screens.map((screen) => {
      const path = fillings(screen, cast)[0]?.path ?? "/";
      return {
        name: `POST ${path} from ${origin}, with the owner's and staff's cookies`,
        rule: "22",
        run: async (target: Target) => {
          const Cookie = `${target.cast.owner.cookie}; ${target.cast.staffCookie}`;
          const form = { ...headers, Cookie, "Content-Type": "application/x-www-form-urlencoded" };
          const answer = await send(target.url, path, { method: "POST", headers: form, body: anyForm });
          return judge(answer, target, ({ status }) => status === (screen.guard === "machine" ? 400 : 403));
        },
      };
    }),
  );
}

const otherMethods = ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"];

function methods(cast: Cast): Attack[] {
  return otherMethods.flatMap((method) =>
    screens.map((screen) => {
      const path = fillings(screen, cast)[0]?.path ?? "/";
      return {
        name: `${method} ${path} with the owner's and staff's cookies`,
        rule: "34",
        run: async (target: Target) => {
          const Cookie = `${target.cast.owner.cookie}; ${target.cast.staffCookie}`;
          const headers = { Origin: target.url, Cookie, "Content-Type": "application/x-www-form-urlencoded" };
          const answer = await send(target.url, path, { method, headers, body: anyForm });
          return judge(answer, target, ({ status }) => status === 405);
        },
      };
    }),
  );
}

/** Other spellings of a guarded address. */
const disguises: Record<string, (path: string) => string> = {
  "capital letters": (path) => path.toUpperCase(),
  "two slashes": (path) => `/${path}`,
  "a slash at its end": (path) => `${path}/`,
  "an encoded letter": (path) => path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  "a detour": (path) => `/faq/..${path}`,
  "a dot": (path) => `/.${path}`,
  "a parameter in it": (path) => path.replace(/^\/\w+/, (first) => `${first};a=b`),
};

function disguised(cast: Cast): Attack[] {
  const guarded = screens.filter(({ guard }) => guard === "staff" || guard === "owner");
  return Object.entries(disguises).flatMap(([name, disguise]) =>
    guarded.map((screen) => {
      const path = disguise(fillings(screen, cast)[0]?.path ?? "/");
      return {
        name: `GET ${path}: ${name}`,
        rule: ruleOf[screen.guard],
        run: async (target: Target) => judge(await send(target.url, path), target, isKeptOut),
      };
    }),
  );
}

/** Every address, by every method, from everyone it isn't for. */
export function matrix(cast: Cast): Group[] {
  const group = (title: string, attacks: Attack[]): Group => ({ title, rows: "unchanged", atOnce: 4, attacks });
  return [
    ...people.map((who) => group(`read: ${who.name}`, reads(who, cast))),
    ...people.map((who) => group(`write: ${who.name}`, writes(who, cast))),
    group("elsewhere: forms from other sites", fromElsewhere(cast)),
    group("methods: all but GET, HEAD and POST", methods(cast)),
    group("disguise: other spellings", disguised(cast)),
  ];
}

/** Fewer attempts than this means that the list of addresses has shrunk or isn't walked. */
export const fewest = screens.length * (otherMethods.length + Object.keys(origins).length + people.length * 2);
