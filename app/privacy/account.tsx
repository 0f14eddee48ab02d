import { Form } from "@remix-run/react";
import type { ComponentProps } from "react";
import { href } from "~/addresses/href";
import { Button, ButtonLink } from "~/ui/button";
import { Obstacles, WhatStays } from "./obstacles";

/** The account's page about the customer's data. */
export function YourData() {
  return (
    <div className="max-w-prose space-y-10">
      <section aria-labelledby="download" className="space-y-4">
        <h2 id="download" className="text-2xl">
          Download your data
        </h2>
        <p>Everything we keep under your e-mail address, as a JSON file.</p>
        <ButtonLink to={href("accountData")} reload look="quiet">
          Download my data
        </ButtonLink>
      </section>
      <section aria-labelledby="erase" className="space-y-4">
        <h2 id="erase" className="text-2xl">
          Erase your data
        </h2>
        <p>The next page says what is erased, and what stays and why.</p>
        <ButtonLink to={href("accountErase")} look="danger">
          Erase my data
        </ButtonLink>
      </section>
    </div>
  );
}

/** Asks once more. */
export function EraseYourData({ obstacles, timeZone }: ComponentProps<typeof Obstacles>) {
  return (
    <section aria-labelledby="erase" className="max-w-prose space-y-4">
      <h2 id="erase" className="text-2xl">
        Erase your data?
      </h2>
      <WhatStays />
      {obstacles.length > 0 ? (
        <Obstacles obstacles={obstacles} timeZone={timeZone} />
      ) : (
        <Form method="post" className="flex flex-wrap gap-3">
          <Button look="danger">Erase my data for good</Button>
          <ButtonLink to={href("accountPrivacy")} look="quiet">
            Keep my data
          </ButtonLink>
        </Form>
      )}
    </section>
  );
}
