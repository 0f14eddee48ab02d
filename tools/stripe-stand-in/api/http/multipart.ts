import { createHash } from "node:crypto";
import { type NextFunction, type Request, type Response, raw } from "express";

import { invalidRequest } from "../../objects/problem";
import { problemAnswer } from "./answer";
import { send } from "./serve";

const readRaw = raw({ type: "multipart/form-data", limit: "10mb" });

/**
 * Turns an upload into the form that every endpoint reads: a file's name, type, size, and digest, which is all
 * that the stand-in keeps. So parameters, idempotency keys, and faults work for uploads too.
 */
export function readUpload(request: Request, response: Response, next: NextFunction): void {
  readRaw(request, response, (error?: unknown) => {
    if (error || !Buffer.isBuffer(request.body)) next(error);
    else
      toForm(request).then(
        (form) => {
          request.body = form;
          next();
        },
        () => send(response, problemAnswer(invalidRequest("Invalid multipart/form-data"))),
      );
  });
}

async function toForm(request: Request): Promise<string> {
  const headers = { "content-type": request.get("content-type") ?? "" };
  const parts = await new globalThis.Response(request.body, { headers }).formData();
  const form = new URLSearchParams();
  for (const [name, value] of parts) {
    if (typeof value === "string") form.append(name, value);
    else {
      form.append(`${name}[name]`, value.name);
      form.append(`${name}[type]`, value.type);
      form.append(`${name}[size]`, String(value.size));
      form.append(
        `${name}[sha256]`,
        createHash("sha256")
          .update(Buffer.from(await value.arrayBuffer()))
          .digest("hex"),
      );
    }
  }
  return form.toString();
}
