import { writeFileSync } from "node:fs";

/** A Vitest reporter: writes how many tests passed and failed, and how long each file took, to the file REPORT. */
export default function report() {
  return {
    onTestRunEnd(modules, errors) {
      const files = modules.map((module) => {
        const { collectDuration, duration } = module.diagnostic();
        return {
          name: `${module.relativeModuleId} (${module.project.name})`,
          seconds: (collectDuration + duration) / 1000,
        };
      });
      const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
      const unread = modules.filter((module) => module.errors().length > 0).length;
      const count = (state) => states.filter((each) => each === state).length;
      const counts = { passed: count("passed"), failed: count("failed") + unread + errors.length };
      writeFileSync(process.env.REPORT ?? "", JSON.stringify({ ...counts, files }));
    },
  };
}
