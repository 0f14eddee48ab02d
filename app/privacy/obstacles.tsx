import { formatInstant } from "~/core/dates";
import { orderNumber } from "~/shop/order-name";
import { Notice } from "~/ui/notice";

/** An order on which something is open, and until when if that is known. */
export type Obstacle = { number: number | null; why: string; until: Date | string | null };
type Props = { obstacles: Obstacle[]; timeZone: string };

/** Why data can't be erased yet, and until when. */
export function Obstacles({ obstacles, timeZone }: Props) {
  return (
    <Notice tone="problem" live>
      <p>
        <strong>Nothing can be erased yet.</strong> Try again when this is over:
      </p>
      <ul className="ml-5 list-disc">
        {obstacles.map(({ number, why, until }) => (
          <li key={`${number}${why}`}>
            {number === null ? "An order without a number" : `${orderNumber(number)}`}: {why}
            {until ? `, until ${formatInstant(new Date(until), timeZone)}` : ""}.
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What erasing does, and what stays and why. */
export function WhatStays() {
  return (
    <>
      <p>
        <strong>Erased for good:</strong> the account and its sessions, carts, the e-mail address on orders, gift
        messages, notes, other people named on the orders, what our e-mails said, and courses that weren’t started.
        Links in e-mails stop working.
      </p>
      <p>
        <strong>Kept:</strong> invoices with name and mailing address, for 7 years, as tax law requires. Certificates
        and the records of courses that were started, because approvers require them and verification needs them. The
        figures of orders, without a name.
      </p>
    </>
  );
}
