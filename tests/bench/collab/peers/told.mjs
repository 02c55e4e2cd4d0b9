// What every measured server says of itself to whoever started it.

export function tellPort(port) {
  process.send?.({ kind: "listening", port });
}

process.on("message", (wish) => {
  // A collection that is forced drops compiled code as well: only memory is measured after one.
  if (wish === "usage after a collection") globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send?.({ kind: "usage", cpuMs: (user + system) / 1000, rss, heapBytes: heapUsed + external });
});
// Whoever started it is gone.
process.on("disconnect", () => process.exit(0));
