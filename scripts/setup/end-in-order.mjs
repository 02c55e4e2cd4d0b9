/** An end that takes longer than this is cut short. */
const limitMs = 20_000;

/**
 * Ends the process in order, once: on Ctrl-C, SIGTERM, or the end of the npm that started us, which doesn't always pass
 * a signal on; and on an error that nobody caught, with exit code 1. What the program is in then nobody knows, so it must
 * not go on; but what people wrote is stored first, and they are sent to another process instead of being dropped. Next
 * listens for such errors too, and only logs them. While pages are developed that is right: `endsOnErrors: false`.
 */
export function endInOrder(stop, { endsOnErrors = true } = {}) {
  let ending = false;
  const end = (reason, exitCode) => {
    if (ending) return;
    ending = true;
    console.log(`\n${reason}: ending.`);
    setTimeout(() => {
      console.error(`Ending took longer than ${limitMs / 1000} s; leaving at once. Nothing saved is lost.`);
      process.exit(1);
    }, limitMs).unref();
    stop().then(
      () => process.exit(exitCode),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(signal, 0));
  // Also while it ends: a second error must not cut the first one's end short.
  const endOn = (event, reason) =>
    process.on(event, (error) => {
      console.error(error);
      end(reason, 1);
    });
  if (endsOnErrors) {
    endOn("uncaughtException", "An error was not caught");
    endOn("unhandledRejection", "A promise failed that nobody waited for");
  }
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end("npm is gone", 0);
  }, 500).unref();
}
