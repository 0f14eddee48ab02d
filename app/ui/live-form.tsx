import { Form, useSubmit } from "@remix-run/react";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";

type Props = {
  action: string;
  /** The query the page shows; fields follow it when a link or the back button changes it. */
  query: string;
  children: ReactNode;
};

/** A plain GET form whose fields are the page's query. With JavaScript it submits on every change, without blank
 *  fields, and keeps focus in place; without it, the button submits. */
export function LiveForm({ action, query, children }: Props) {
  const submit = useSubmit();
  const element = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // Don't touch fields while the visitor uses them; sync them when the URL changes.
  useEffect(() => {
    if (element.current) followAddress(element.current, new URLSearchParams(query));
  }, [query]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const send = (replace: boolean) => {
    clearTimeout(timer.current);
    if (!element.current) return;
    submit(filledFields(element.current), { action, method: "get", replace, preventScrollReset: true });
  };
  const onChange = ({ target }: FormEvent<HTMLFormElement>) => {
    clearTimeout(timer.current);
    if (isText(target)) timer.current = setTimeout(() => send(true), 400);
    else send(false);
  };
  return (
    <Form
      ref={element}
      method="get"
      action={action}
      onChange={onChange}
      onSubmit={(event) => {
        event.preventDefault();
        send(false);
      }}
    >
      {children}
    </Form>
  );
}

function filledFields(form: HTMLFormElement): URLSearchParams {
  const filled = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && value.trim()) filled.append(name, value.trim());
  return filled;
}

function followAddress(form: HTMLFormElement, params: URLSearchParams): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")) {
      if (field.name)
        field.checked =
          params.getAll(field.name).includes(field.value) || (field.value === "" && !params.get(field.name));
    } else if (field instanceof HTMLInputElement && field !== document.activeElement) {
      field.value = params.get(field.name) ?? "";
    } else if (field instanceof HTMLSelectElement) {
      field.value = params.get(field.name) ?? "";
    }
  }
}

function isText(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type !== "checkbox" && target.type !== "radio";
}
