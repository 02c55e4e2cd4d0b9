import { expect, test } from "vitest";
import { readThemeChoice, themeAttribute } from "@/components/account/theme";

test("a cookie of a known choice is that choice, any other is the system's", () => {
  expect(readThemeChoice("dark")).toBe("dark");
  expect(readThemeChoice("light")).toBe("light");
  expect(readThemeChoice("neon")).toBe("system");
  expect(readThemeChoice(undefined)).toBe("system");
});

test("the system's choice leaves no attribute", () => {
  expect(themeAttribute("system")).toBeUndefined();
  expect(themeAttribute("dark")).toBe("dark");
});
