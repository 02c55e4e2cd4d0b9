import { expect, test } from "vitest";
import { isPublicAddress } from "@/lib/workspace/webhooks/public-address";

const own = ["127.0.0.1", "10.1.2.3", "172.31.255.255", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255"];
const own6 = ["::", "::1", "::ffff:10.0.0.1", "::ffff:7f00:1", "64:ff9b::a00:1", "fc00::1", "fd12:3456::1", "fe80::1", "ff02::1", "2002:a00:1::"];

test.each([...own, ...own6])("%s is no address of the open net", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["1.1.1.1", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450:4001::1"])("%s is one", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test("what is no address is none of the open net", () => {
  expect(isPublicAddress("localhost")).toBe(false);
});
