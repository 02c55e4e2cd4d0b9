const lookMs = 40;

/** Waits for a condition. Throws where it doesn't come about in time, with its words. */
export async function until(what: string, condition: () => boolean | Promise<boolean>, patienceMs: number): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Not within ${patienceMs / 1_000} s: ${what}.`);
    await wait(lookMs);
  }
}

/** The time in which a fault lasts or people type: what happens meanwhile is the point, not when. */
export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
