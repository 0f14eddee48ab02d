import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "~/ui/button";
import { SelectControl, TextControl, TwoColumns } from "~/ui/desk/controls";
import { ErrorSummary, problemsOf } from "~/ui/field";
import type { OrderPageData } from "../page.server";
import type { OrderAnswer } from "./act.server";
import type { OrderAct } from "./acts";

type Props = { data: OrderPageData; answer: OrderAnswer | undefined };

/** Corrects typing errors, as long as nothing issued or shipped depends on them. */
export function OrderCorrections({ data, answer }: Props) {
  const { corrections, resend } = data;
  const replyTo = (act: OrderAct) => (answer?.act === act ? answer.reply : undefined);
  return (
    <div className="mt-2 divide-y divide-line border-b border-line text-sm">
      <Fold id="correct-email" name="email" title="Correct an e-mail address" reply={replyTo("correct-email")}>
        <EmailEditor
          key={corrections.addresses.join()}
          addresses={corrections.addresses}
          reply={replyTo("correct-email")}
        />
      </Fold>
      <Fold id="correct-name" name="name" title="Correct the name on the certificate" reply={replyTo("correct-name")}>
        <NameEditor
          key={corrections.certificateName}
          was={corrections.certificateName}
          reply={replyTo("correct-name")}
        />
      </Fold>
      {corrections.address ? (
        <Fold
          id="correct-address"
          name="address"
          title="Correct the mailing address"
          reply={replyTo("correct-address")}
        >
          <AddressEditor
            key={corrections.address.was}
            address={corrections.address}
            reply={replyTo("correct-address")}
          />
        </Fold>
      ) : null}
      {resend.choices.length > 0 ? (
        <Fold id="resend" name="resend" title="Resend an e-mail" reply={replyTo("resend")}>
          <ResendForm key={resend.known} resend={resend} reply={replyTo("resend")} />
        </Fold>
      ) : null}
      {resend.choices.length > 0 ? (
        <Fold id="new-links" name="links" title="Send new links" reply={replyTo("new-links")}>
          <RenewLinks key={data.linkVersion} version={data.linkVersion} />
        </Fold>
      ) : null}
    </div>
  );
}

type FoldProps = { id: string; name: string; title: string; reply: SubmissionResult | undefined; children: ReactNode };

/** Closed unless the URL's `correct` names it or the form was rejected. */
function Fold({ id, name, title, reply, children }: FoldProps) {
  const [params] = useSearchParams();
  const isOpen = params.get("correct") === name || reply !== undefined;
  return (
    <details id={id} open={isOpen} key={String(isOpen)}>
      <summary className="min-h-8 cursor-pointer py-1.5">{title} …</summary>
      <div className="max-w-lg pt-1 pb-4">{children}</div>
    </details>
  );
}

type EditorProps = { act: OrderAct; form: ReturnType<typeof getFormProps>; children: ReactNode; label: string };

function Editor({ act, form, label, children }: EditorProps) {
  return (
    <Form method="post" {...form} className="space-y-4">
      <input type="hidden" name="act" value={act} />
      {children}
      <Button look="quiet" className="min-h-10 px-4 py-1">
        {label}
      </Button>
    </Form>
  );
}

function EmailEditor({ addresses, reply }: { addresses: string[]; reply: SubmissionResult | undefined }) {
  const [first = ""] = addresses;
  const [form, { was, email }] = useForm<{ was: string; email: string }>({
    id: "email-form",
    lastResult: reply,
    defaultValue: { was: first },
  });
  return (
    <Editor act="correct-email" form={getFormProps(form)} label="Save e-mail address">
      <ErrorSummary problems={problemsOf([{ errors: form.errors }, was, email])} />
      {addresses.length > 1 ? (
        <SelectControl
          field={was}
          label="Address to correct"
          options={addresses.map((value) => ({ value, label: value }))}
        />
      ) : (
        <input type="hidden" name={was.name} value={first} />
      )}
      <TextControl
        field={email}
        label="Correct address"
        hint="Links already sent stop working, and everyone whose links they were gets new ones."
      />
    </Editor>
  );
}

function NameEditor({ was, reply }: { was: string; reply: SubmissionResult | undefined }) {
  const [form, fields] = useForm<{ name: string }>({
    id: "name-form",
    lastResult: reply,
    defaultValue: { name: was },
  });
  return (
    <Editor act="correct-name" form={getFormProps(form)} label="Save name">
      <ErrorSummary problems={problemsOf([{ errors: form.errors }, fields.name])} />
      <input type="hidden" name="was" value={was} />
      <TextControl field={fields.name} label="Correct name" hint="Certificates already issued don’t change." />
    </Editor>
  );
}

type Address = NonNullable<OrderPageData["corrections"]["address"]>;
type AddressFields = Record<"name" | "line1" | "line2" | "city" | "state" | "postal_code" | "country", string>;

function AddressEditor({
  address: { was, ...fields },
  reply,
}: {
  address: Address;
  reply: SubmissionResult | undefined;
}) {
  const [form, address] = useForm<AddressFields>({ id: "address-form", lastResult: reply, defaultValue: fields });
  const { name, line1, line2, city, state, postal_code: postalCode, country } = address;
  return (
    <Editor act="correct-address" form={getFormProps(form)} label="Save mailing address">
      <ErrorSummary
        problems={problemsOf([{ errors: form.errors }, name, line1, line2, city, state, postalCode, country])}
      />
      <p className="text-muted">Shipping and tax already charged don’t change.</p>
      <input type="hidden" name="was" value={was} />
      <TextControl field={name} label="Recipient" />
      <TextControl field={line1} label="Street address" />
      <TextControl field={line2} label="Apartment, suite" hint="Optional" />
      <TwoColumns>
        <TextControl field={city} label="City" />
        <TextControl field={state} label="State" hint="Two letters in the US" />
        <TextControl field={postalCode} label="ZIP or postal code" />
        <TextControl field={country} label="Country" hint="Two letters, like US" />
      </TwoColumns>
    </Editor>
  );
}

function ResendForm({ resend, reply }: { resend: OrderPageData["resend"]; reply: SubmissionResult | undefined }) {
  const [form, { choice }] = useForm<{ choice: string }>({ id: "resend-form", lastResult: reply });
  return (
    <Editor act="resend" form={getFormProps(form)} label="Resend e-mail">
      <ErrorSummary problems={problemsOf([{ errors: form.errors }, choice])} />
      <input type="hidden" name="known" value={resend.known} />
      <SelectControl field={choice} label="E-mail to resend" options={resend.choices} />
    </Editor>
  );
}

function RenewLinks({ version }: { version: number }) {
  const [form] = useForm({ id: "new-links-form" });
  return (
    <Editor act="new-links" form={getFormProps(form)} label="Send new links">
      <input type="hidden" name="version" value={version} />
      <p className="text-muted">
        All links already sent for this order and its courses stop working. The buyer and each learner get an e-mail
        with new ones.
      </p>
    </Editor>
  );
}
