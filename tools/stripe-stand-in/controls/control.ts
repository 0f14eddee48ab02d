import type { Request, Response, Router } from "express";
import type { z } from "zod";

/** A control's response: its result, or a refusal. */
type Said = { status?: number; body: object };
export const said = (body: object): Said => ({ body });
export const refused = (status: number, message: string): Said => ({ status, body: { error: { message } } });

/** Adds a control to the router: it parses its JSON with the schema and acts, or responds with 400 and every error. */
export type On = <T>(path: string, schema: z.ZodType<T>, act: (input: T, id: string) => Promise<Said>) => void;

export function controlsOn(router: Router): On {
  return (path, schema, act) => {
    router.post(path, async (request: Request, response: Response, next) => {
      const input = schema.safeParse(request.body ?? {});
      const answer = input.success
        ? act(input.data, request.params.id ?? "")
        : Promise.resolve(refused(400, complaints(input.error)));
      await answer.then(({ status = 200, body }) => response.status(status).json(body), next);
    });
  };
}

function complaints(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`).join("; ");
}
