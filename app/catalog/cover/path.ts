import { href } from "~/addresses/href";

/** Where the picture of a course (by slug) or discipline (by code) is; a new catalog revision is a new address, so
 *  browsers may keep it for ever. */
export function coverPath(name: string, revision: number): string {
  return href("cover", { slug: name }, { v: revision });
}
