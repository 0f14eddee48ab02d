import type { LoaderFunctionArgs } from "@remix-run/node";
import { previewDocument } from "~/mail/preview/preview.server";

export function loader({ params }: LoaderFunctionArgs) {
  return previewDocument(params);
}
