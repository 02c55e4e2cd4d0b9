/** A server that is back is found within this time. */
const maxDelayMs = 5_000;
const firstSpreadMs = 1_500;

/**
 * How long to wait before connecting again. The first attempt is spread widely: a server that restarts closes everybody
 * at the same moment, and must not be met by everybody at once.
 */
export function backoffMs(failures: number, random: () => number): number {
  if (failures === 0) return 50 + random() * firstSpreadMs;
  return Math.min(maxDelayMs, 400 * 2 ** failures) * (0.4 + 0.6 * random());
}
