import { once } from "node:events";
import { connect } from "node:net";
import { type Answer, send, sendForm } from "./send";
import type { Attack, Group, Target } from "./verdict";

type Guess = { name: string; rule: string; most: number; send: (target: Target, guess: number) => Promise<Answer> };

const sender = (guess: number) => ({ "X-Forwarded-For": `192.0.2.${guess}` });
const code = (guess: number) => `${String(guess).padStart(4, "0")}${"A".repeat(18)}`;

/** Guesses that are refused from some number on, whatever address the guesser claims to have. */
const guesses: Guess[] = [
  {
    ...{ name: "passwords of one staff account", rule: "6.3.1", most: 15 },
    send: ({ url, cast }, guess) =>
      sendForm(
        url,
        "/staff/sign-in",
        new URLSearchParams({ email: cast.staff.email, password: `guess ${guess}` }).toString(),
        "",
        sender(guess),
      ),
  },
  {
    ...{ name: "sign-in links", rule: "26", most: 45 },
    send: ({ url }, guess) => sendForm(url, `/account/sign-in/${code(guess)}`, "", "", sender(guess)),
  },
  {
    ...{ name: "sign-in letters for one mailbox", rule: "6.3.1", most: 10 },
    send: ({ url, cast }, guess) =>
      sendForm(
        url,
        "/account/sign-in",
        new URLSearchParams({ email: cast.attacker.email }).toString(),
        "",
        sender(guess),
      ),
  },
  {
    ...{ name: "verification codes", rule: "25", most: 45 },
    send: ({ url }, guess) => send(url, `/verify/${code(guess)}`, { headers: sender(guess) }),
  },
  {
    ...{ name: "coupon codes", rule: "26", most: 45 },
    send: ({ url, cast }, guess) =>
      sendForm(url, "/cart", `intent=enter-code&code=GUESS${guess}`, cast.attacker.cookie, sender(guess)),
  },
];

const guessing: Attack[] = guesses.map(({ name, rule, most, send: tryGuess }) => ({
  name: `guessing ${name}`,
  rule,
  run: async (target) => {
    for (let guess = 1; guess <= most; guess++) {
      const { status, body } = await tryGuess(target, guess);
      if (status === 429 || (status === 400 && body.includes("Too many incorrect codes")))
        return { letIn: false, saw: `${status} at guess ${guess}` };
      if (status >= 500) return { letIn: true, saw: `${status} at guess ${guess}` };
    }
    return { letIn: true, saw: `${most} guesses and no 429` };
  },
}));

const equalFields = "a=&".repeat(21_000);
const mostInFlood = 3000;
/** Requests sent at once, over and over, until another visitor has been answered. */
const floods: Record<string, (url: string) => Promise<unknown>> = {
  "forms of 21,000 equal fields": (url) => sendForm(url, "/cart", equalFields),
  "forms of 300 fields": (url) => sendForm(url, "/cart", equalFields.slice(0, 897)),
  "searches of twelve words": (url) => send(url, `/catalog?q=${"radiatoin+dosee+".repeat(6)}`),
  documents: (url) => send(url, "/listings/CT/pdf"),
  "pages that don't exist": (url) => send(url, "/nothing-here"),
};

const flooding: Attack[] = Object.entries(floods).map(([what, one]) => ({
  name: `a flood of ${what}`,
  rule: "39",
  run: async (target) => {
    let [sent, isAnswered] = [0, false];
    const flood = Array.from({ length: 30 }, async () => {
      while (!isAnswered && sent < mostInFlood) {
        sent += 1;
        await one(target.url);
      }
      return isAnswered;
    });
    // Once the flood has begun to be answered, somebody else comes.
    await one(target.url);
    const { status } = await send(target.url, "/faq");
    isAnswered = true;
    const wereInFlight = (await Promise.all(flood)).every(Boolean) && sent < mostInFlood;
    const saw = `${status} for another visitor, ${sent} requests of the flood sent`;
    return { letIn: status !== 200 || !wereInFlight, saw };
  },
}));

const halfRequests: Attack = {
  name: "200 connections that never end their request",
  rule: "39",
  run: async ({ url }) => {
    const { hostname, port, host } = new URL(url);
    const sockets = await Promise.all(
      Array.from({ length: 200 }, async () => {
        const socket = connect(Number(port), hostname);
        socket.on("error", () => undefined);
        await once(socket, "connect");
        socket.write(`POST /cart HTTP/1.1\r\nHost: ${host}\r\nX-Half: `);
        return socket;
      }),
    );
    const { status } = await send(url, "/faq");
    for (const socket of sockets) socket.destroy();
    return { letIn: status !== 200, saw: `${status} for another visitor` };
  },
};

/** Guesses and floods. */
export function limits(): Group[] {
  return [
    {
      title: "floods: others are answered meanwhile",
      rows: "unchanged",
      atOnce: 1,
      attacks: [...flooding, halfRequests],
    },
    { title: "guesses: 429 in the end", rows: "may be added", atOnce: 1, attacks: guessing },
  ];
}
