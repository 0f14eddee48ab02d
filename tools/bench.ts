// `npm run bench [name]`: how long the shop's heavy work takes, as a ratio to a named baseline in the same run.
import { benchPricing } from "./bench/pricing";

const benches: Record<string, () => void> = { pricing: benchPricing };

const name = process.argv[2];
const chosen = name === undefined ? Object.values(benches) : [benches[name]];
for (const bench of chosen) {
  if (!bench) {
    console.error(`Unknown benchmark. Choose one of: ${Object.keys(benches).join(", ")}.`);
    process.exit(1);
  }
  bench();
}
