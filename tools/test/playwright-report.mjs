import { writeFileSync } from "node:fs";

/** A Playwright reporter: writes how many tests passed and failed, and how long each file took, to the file REPORT. */
export default function report() {
  const files = new Map();
  let tests = [];
  return {
    onBegin: (_config, suite) => {
      tests = suite.allTests();
    },
    onTestEnd: (test, { duration }) => {
      const name = `${test.location.file.split("/").at(-1)} (${test.parent.project()?.name})`;
      files.set(name, (files.get(name) ?? 0) + duration / 1000);
    },
    onEnd: () => {
      const count = (outcomes) => tests.filter((test) => outcomes.includes(test.outcome())).length;
      const report = {
        passed: count(["expected"]),
        failed: count(["unexpected", "flaky"]),
        files: [...files].map(([name, seconds]) => ({ name, seconds })),
      };
      writeFileSync(process.env.REPORT ?? "", JSON.stringify(report));
    },
  };
}
