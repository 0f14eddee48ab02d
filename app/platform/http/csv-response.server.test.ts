import { expect, test } from "vitest";
import { csvResponse } from "./csv-response.server";

test("SECURITY 1.2.10 and 5.4.2: a download's cells are never formulas, and its name is safe", async () => {
  const rows = [
    { Course: '=HYPERLINK("https://evil.example")', Units: 2 },
    { Course: "+1, ‘ß’", Units: 3 },
  ];
  const answer = csvResponse(rows, ["Course", "Units"], 'a"b/ü.csv');
  expect(answer.headers.get("Content-Disposition")).toBe(
    `attachment; filename="a-b-u.csv"; filename*=UTF-8''a-b-%C3%BC.csv`,
  );
  const bytes = new Uint8Array(await answer.clone().arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect((await answer.text()).split("\r\n")).toEqual([
    "Course,Units",
    `"'=HYPERLINK(""https://evil.example"")",2`,
    `"'+1, ‘ß’",3`,
    "",
  ]);
});
