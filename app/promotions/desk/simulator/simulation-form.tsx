import { Form, useLocation, useSubmit } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { shortenLink } from "./link";

/** The form of a simulation. It is a GET, so a simulation is a link. With JavaScript the link is short, and the fields follow the
 *  address when Back or a link opens another simulation. */
export function SimulationForm({ children }: { children: ReactNode }) {
  const submit = useSubmit();
  const { search } = useLocation();
  const element = useRef<HTMLFormElement>(null);
  const shown = useRef(search);

  // React changes only a field's default, not its value; the default is now the new simulation's. Focus stays where it is.
  useEffect(() => {
    if (shown.current === search) return;
    shown.current = search;
    element.current?.reset();
  }, [search]);

  return (
    <Form
      ref={element}
      method="get"
      className="space-y-6"
      // Without JavaScript, browsers would restore the values from when the page was left.
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        submit(shortenLink(new FormData(event.currentTarget)), { method: "get" });
      }}
    >
      {children}
    </Form>
  );
}
