import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Stripe from "stripe";

export type Receiver = {
  url: string;
  /** Every event with a valid signature, in order of arrival, including repeats. */
  events: Stripe.Event[];
  /** Requests without a valid signature. */
  forgeries: string[];
  /** Statuses for the next requests; 200 when used up. */
  answers: number[];
  close(): Promise<void>;
};

/** A minimal version of the shop's webhook endpoint: checks the signature over the raw body, then responds. */
export async function startReceiver(secret: string): Promise<Receiver> {
  const events: Stripe.Event[] = [];
  const forgeries: string[] = [];
  const answers: number[] = [];
  const stripe = new Stripe("sk_test_receiver");
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    try {
      const header = String(request.headers["stripe-signature"]);
      events.push(stripe.webhooks.constructEvent(Buffer.concat(chunks), header, secret));
    } catch (error) {
      forgeries.push(String(error));
    }
    response.writeHead(answers.shift() ?? 200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/webhooks/stripe`,
    events,
    forgeries,
    answers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
