import { expect, test } from "vitest";
import { isAddress, isLoopback, isPrivate, networkOf } from "./network";

test.each([
  { address: "203.0.113.9", near: "203.0.113.9" },
  { address: "::ffff:203.0.113.9", near: "203.0.113.9" },
  { address: "::ffff:cb00:7109", near: "203.0.113.9" },
  { address: "0:0:0:0:0:FFFF:CB00:7109", near: "203.0.113.9" },
  { address: "2001:db8:1:2:3:4:5:6", near: "2001:db8:1:2::/64", wide: "2001:db8:1::/48" },
  { address: "2001:DB8:1:2::", near: "2001:db8:1:2::/64", wide: "2001:db8:1::/48" },
  { address: "2001:db8:1:ffff::1", near: "2001:db8:1:ffff::/64", wide: "2001:db8:1::/48" },
  { address: "::1", near: "::/64", wide: "::/48" },
  { address: "fe80::1%eth0", near: "fe80::/64", wide: "fe80::/48" },
  { address: "unknown", near: "unknown" },
  { address: "0x7f.1", near: "0x7f.1" },
])("SECURITY 50: $address counts as $near", ({ address, ...network }) => {
  expect(networkOf(address)).toEqual(network);
});

test.each([
  { text: "203.0.113.9", valid: true },
  { text: "2001:db8::1", valid: true },
  { text: "1", valid: false },
  { text: "127.1", valid: false },
  { text: "0x7f000001", valid: false },
  { text: "010.0.0.1", valid: false },
  { text: "256.0.0.1", valid: false },
  { text: "2001:db8::1::2", valid: false },
  { text: "shop.example", valid: false },
  { text: "", valid: false },
])("$text is an address: $valid", ({ text, valid }) => {
  expect(isAddress(text)).toBe(valid);
});

test.each([
  { address: "127.0.0.1", loopback: true, private: false },
  { address: "127.8.8.8", loopback: true, private: false },
  { address: "::1", loopback: true, private: false },
  { address: "::ffff:127.0.0.1", loopback: true, private: false },
  { address: "192.168.1.20", loopback: false, private: true },
  { address: "10.0.0.1", loopback: false, private: true },
  { address: "172.32.0.1", loopback: false, private: false },
  { address: "fd12::1", loopback: false, private: true },
  { address: "::ffff:10.0.0.1", loopback: false, private: true },
  { address: "0.0.0.0", loopback: false, private: false },
  { address: "::", loopback: false, private: false },
  { address: "203.0.113.9", loopback: false, private: false },
])("$address is loopback: $loopback, private: $private", ({ address, ...expected }) => {
  expect({ loopback: isLoopback(address), private: isPrivate(address) }).toEqual(expected);
});
