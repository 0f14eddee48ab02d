import { expect, test } from "vitest";
import { TrackingNumber, trackingUrl } from "./carriers";

test.each([
  ["USPS", "https://tools.usps.com/go/TrackConfirmAction?tLabels=9400111202555842332669"],
  ["UPS", "https://www.ups.com/track?tracknum=9400111202555842332669"],
  ["FedEx", "https://www.fedex.com/fedextrack/?trknbr=9400111202555842332669"],
  ["Other", undefined],
  ["constructor", undefined],
])("%s parcels are tracked at %s", (carrier, url) => {
  expect(trackingUrl(carrier, "9400111202555842332669")).toBe(url);
});

test("without a number there is no tracking page", () => {
  expect(trackingUrl("USPS", null)).toBeUndefined();
});

test.each([
  ["9400 1112 0255 5842 3326 69", "9400111202555842332669"],
  ["1z-999-aa1-0123456784", "1Z999AA10123456784"],
])("a number is read as printed: %s", (typed, number) => {
  expect(TrackingNumber.parse(typed)).toBe(number);
});

test.each(["12345", "https://evil.example/?a=b", "1Z<script>"])("not a tracking number: %s", (typed) => {
  expect(TrackingNumber.safeParse(typed).success).toBe(false);
});
