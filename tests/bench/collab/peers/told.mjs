// What every measured server says of itself to whoever started it.
import { monitorEventLoopDelay } from "node:perf_hooks";

/** Looked at so often, which is part of what it says. */
const resolutionMs = 10;
let loop;

export function tellPort(port) {
  process.send?.({ kind: "listening", port });
}

process.on("message", (wish) => {
  if (wish === "watch the loop") {
    loop ??= monitorEventLoopDelay({ resolution: resolutionMs });
    loop.reset();
    loop.enable();
    return;
  }
  // A collection that is forced drops compiled code as well: only memory is measured after one.
  if (wish === "usage after a collection") globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send?.({ kind: "usage", cpuMs: (user + system) / 1000, rss, heapBytes: heapUsed + external, loopP99Ms: loopP99Ms() });
});
// Whoever started it is gone.
process.on("disconnect", () => process.exit(0));

/** By how much the slowest hundredth of turns came late since the loop is watched. */
function loopP99Ms() {
  return loop === undefined ? undefined : Math.max(0, loop.percentile(99) / 1e6 - resolutionMs);
}
