import { once } from "node:events";
import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** What the server does once it has a message: accepts it when the promise resolves, or refuses it. */
type Behavior = (message: { to: string; mail: Email }) => Promise<void> | void;

export type MailServer = {
  url: string;
  /** The messages it has received, in order, even if not yet acknowledged. */
  taken: { to: string; mail: Email; source: string }[];
  /** Accepts or refuses recipients before any message: throw `smtpError` to refuse. */
  onRecipient: (address: string) => void;
  onMessage: Behavior;
  /** Runs before its greeting: a promise that never resolves is a server that hangs. */
  onConnect: () => Promise<void> | void;
  close: () => Promise<void>;
};

/** A reply of the server: 450 "later", 550 "never". */
export function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** A real SMTP server on its own port. */
export async function startMailServer(): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    closeTimeout: 100,
    onConnect: (_session, done) => settle(async () => mailServer.onConnect(), done),
    onRcptTo: ({ address }, _session, done) => settle(async () => mailServer.onRecipient(address), done),
    onData: (stream, { envelope }, done) =>
      settle(async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        const source = Buffer.concat(chunks).toString("latin1");
        const message = {
          to: envelope.rcptTo.map(({ address }) => address).join(),
          mail: await PostalMime.parse(Buffer.concat(chunks)),
          source,
        };
        mailServer.taken.push(message);
        await mailServer.onMessage(message);
      }, done),
  });
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const { port } = listening.address() as AddressInfo;
  const mailServer: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    taken: [],
    onRecipient: () => undefined,
    onMessage: () => undefined,
    onConnect: () => undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return mailServer;
}

function settle(work: () => Promise<void>, done: (error?: Error | null) => void): void {
  work().then(
    () => done(),
    (error: Error) => done(error),
  );
}
