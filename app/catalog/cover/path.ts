import { href } from "~/addresses/href";

/** Cover picture of a course (by slug) or discipline (by code). The revision is in the URL, so browsers may cache it
 *  forever. */
export function coverPath(name: string, revision: number): string {
  return href("cover", { slug: name }, { v: revision });
}
