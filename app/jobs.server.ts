import type { Job } from "./platform/jobs.server";

/** What runs beside the pages, in every process. */
export const jobs: Job[] = [];
