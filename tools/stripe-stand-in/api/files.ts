import type Stripe from "stripe";
import { z } from "zod";
import { newId } from "../ids";
import { missingObject, ok, refuse } from "../objects/problem";
import { endpoint } from "./http/endpoint";
import { expand, integer, text } from "./params/params";

/** Evidence for a dispute: a picture or a PDF of at most 5 MB (https://docs.stripe.com/file-upload). */
export const createFile = endpoint({
  method: "POST",
  path: "/v1/files",
  params: z.strictObject({
    purpose: z.literal("dispute_evidence"),
    file: z.strictObject({
      name: text(500),
      type: z.enum(["image/jpeg", "image/png", "application/pdf"]),
      size: integer(1, 5_000_000),
      sha256: text(),
    }),
    expand,
  }),
  answers: "leaf",
  work: ({ standIn: { world, clock }, params: { purpose, file } }) => {
    const made: Stripe.File = {
      id: newId("file"),
      object: "file",
      created: clock.now(),
      expires_at: null,
      filename: file.name,
      links: { object: "list", data: [], has_more: false, url: "/v1/file_links" },
      purpose,
      size: file.size,
      title: null,
      type: file.type.split("/")[1] ?? null,
      url: null,
    };
    world.files[made.id] = made;
    return ok(made);
  },
});

export const retrieveFile = endpoint({
  method: "GET",
  path: "/v1/files/:id",
  params: z.strictObject({ expand }),
  answers: "leaf",
  work: ({ standIn, id }) => {
    const found = standIn.world.files[id];
    return found ? ok(found) : refuse(missingObject("file upload", id, "file"));
  },
});
