import type { Request, Response, Router } from "express";
import type { z } from "zod";

/** An answer of a control: what it says, or a refusal. */
type Said = { status?: number; body: object };
export const said = (body: object): Said => ({ body });
export const refused = (status: number, message: string): Said => ({ status, body: { error: { message } } });

/** Puts a control on the router: it reads its JSON with the schema and acts, or answers 400 with every complaint. */
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
