import { readHost, readPort } from "./environment.mjs";
import { listenSentence } from "./port.mjs";
import { inProject } from "./root.mjs";
import { SetupError } from "./say.mjs";

/** Starts server.ts' server. Throws a sentence where it can't listen, and where the environment is not right. */
export async function listen(loadServer, development) {
  // Read as Next is loaded: nobody elsewhere is told that it runs here, in development neither.
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  const { startServer } = await loadServer();
  const [port, host] = [readPort(), readHost()];
  try {
    return await startServer({ root: inProject(), development });
  } catch (error) {
    if (error.name === "EnvironmentError") throw new SetupError(error.message, { cause: error });
    if (error.syscall !== "listen" && error.syscall !== "getaddrinfo") throw error;
    throw new SetupError(listenSentence(error, port, host), { cause: error });
  }
}
