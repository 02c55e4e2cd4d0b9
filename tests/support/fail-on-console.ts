import { afterEach, beforeEach, expect, vi } from "vitest";

/** What a program complains of on the console is a fault: a test that provokes it says so by its own spy. */
const spies = { error: vi.spyOn(console, "error"), warn: vi.spyOn(console, "warn") };

beforeEach(() => {
  for (const spy of Object.values(spies)) spy.mockClear();
});

afterEach(() => {
  expect(spies.error.mock.calls, "console.error was called").toEqual([]);
  expect(spies.warn.mock.calls, "console.warn was called").toEqual([]);
});
