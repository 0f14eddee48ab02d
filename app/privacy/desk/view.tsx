import { Form } from "@remix-run/react";
import { href } from "~/addresses/href";
import { Button, ButtonLink } from "~/ui/button";
import { Facts, Panel, StaffPage } from "~/ui/desk/page";
import { TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { type Obstacle, Obstacles, WhatStays } from "../obstacles";

type Counts = { account: number; orders: number; courses: number; certificates: number; letters: number };
type Props = {
  typed: string;
  errors?: string[];
  found?: { email: string; counts: Counts; obstacles: Obstacle[] };
  timeZone: string;
  done?: "erased" | "started";
};

/** Finds what is kept under an e-mail address, to download or erase it. */
export function PrivacyView({ typed, errors, found, timeZone, done }: Props) {
  return (
    <StaffPage title="Personal data">
      {done ? (
        <Notice tone="done" live>
          {done === "erased"
            ? "The data was erased."
            : "We’re erasing the data. There’s a lot of it, so this takes a few minutes."}
        </Notice>
      ) : null}
      <Form method="get" className="max-w-xl space-y-4">
        <TextField
          id="email"
          name="email"
          label="E-mail address"
          hint="Only when this person asked for it, from this address."
          defaultValue={typed}
          errors={errors}
        />
        <Button>Find data</Button>
      </Form>
      {found ? <Found found={found} timeZone={timeZone} /> : null}
    </StaffPage>
  );
}

function Found({
  found: { email, counts, obstacles },
  timeZone,
}: {
  found: NonNullable<Props["found"]>;
  timeZone: string;
}) {
  return (
    <Panel id="found" title={`Data of ${email}`}>
      <div className="max-w-prose space-y-4">
        <Facts
          facts={[
            { label: "Account", value: counts.account === 0 ? "No" : "Yes" },
            { label: "Orders", value: counts.orders },
            { label: "Courses", value: counts.courses },
            { label: "Certificates", value: counts.certificates },
            { label: "E-mails", value: counts.letters },
          ]}
        />
        <ButtonLink to={href("staffPrivacyData", { email })} reload look="quiet">
          Download this data
        </ButtonLink>
        <WhatStays />
        {obstacles.length > 0 ? (
          <Obstacles obstacles={obstacles} timeZone={timeZone} />
        ) : (
          <Form method="post">
            <input type="hidden" name="email" value={email} />
            <Button look="danger">Erase this data for good</Button>
          </Form>
        )}
      </div>
    </Panel>
  );
}
