import { vi } from "vitest";

/** A busy machine takes its time; a condition that never comes still fails. */
const patienceMs = 20_000;
const lookMs = 20;

/** Waits until a check no longer throws. Throws what it threw last, where it never stops. */
export async function eventually(check: () => unknown): Promise<void> {
  await vi.waitFor(check, { timeout: patienceMs, interval: lookMs });
}
