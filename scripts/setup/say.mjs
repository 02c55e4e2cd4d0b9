/**
 * A fault that the person at the terminal can mend: printed as its one sentence, without a stack trace.
 */
export class SetupError extends Error {
  name = "SetupError";
}

/** Prints what is being done and, once done, how long it took. Returns what the work returned. */
export async function step(what, work) {
  const startedMs = performance.now();
  let detail = "";
  const result = await work((words) => {
    detail = words;
  });
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(`${seconds.padStart(6)} s  ${detail === "" ? what : `${what}: ${detail}`}`);
  return result;
}

/** Runs a launcher: a SetupError ends it with its sentence and exit code 1, anything else with its stack. */
export async function runLauncher(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}` : error);
    process.exit(1);
  }
}
