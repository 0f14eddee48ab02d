import fc from "fast-check";
import { expect, test } from "vitest";
import { taxOn, taxPlace } from "./tax";

const home = { line1: "1 Example Street", line2: null, city: "Springfield", country: "US" };
const inState = (state: string | null, postal_code: string | null = "75001") => ({ ...home, state, postal_code });

test.each([
  { story: "Texas", address: inState("TX"), amount: 100_00, tax: 8_25 },
  { story: "California, in lowercase", address: inState("ca"), amount: 100_00, tax: 7_25 },
  { story: "Pennsylvania", address: inState("PA", "19104-1234"), amount: 99_50, tax: 5_97 },
  { story: "half a cent rounds up", address: inState("CA"), amount: 2_00, tax: 15 },
  { story: "less than half rounds down", address: inState("TX"), amount: 1_03, tax: 8 },
  { story: "a state that isn't in the table", address: inState("IL"), amount: 100_00, tax: 0 },
  { story: "Canada", address: { ...inState("ON", "K1A 0B1"), country: "CA" }, amount: 100_00, tax: 0 },
])("$story: $tax on $amount", ({ address, amount, tax }) => {
  expect(taxPlace(address)).toBeDefined();
  expect(taxOn(amount, "txcd_10000000", taxPlace(address))).toBe(tax);
});

test.each([
  { story: "no address", address: null },
  { story: "no ZIP code", address: inState("TX", null) },
  { story: "half a ZIP code", address: inState("TX", "750") },
  { story: "no state", address: inState(null) },
])("$story isn't a taxable location", ({ address }) => {
  expect(taxPlace(address)).toBeUndefined();
});

test("nothing nontaxable is taxed anywhere", () => {
  expect(taxOn(100_00, "txcd_00000000", taxPlace(inState("TX")))).toBe(0);
});

test("tax is within half a cent of the exact product", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom("TX", "CA", "PA"), (amount, state) => {
      const place = taxPlace(inState(state));
      expect(Math.abs(taxOn(amount, null, place) - (amount * (place?.rate ?? 0)) / 10_000)).toBeLessThanOrEqual(0.5);
    }),
  );
});
