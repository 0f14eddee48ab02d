import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { makeTemplate } from "./template";

export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "collimator-sqlite-"));
  const templateUrl = `file:${join(folder, "template.sqlite")}`;
  await makeTemplate(templateUrl);
  project.provide("templateUrl", templateUrl);
  return () => rmSync(folder, { recursive: true, force: true });
}
