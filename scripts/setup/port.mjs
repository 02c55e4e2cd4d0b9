import { createServer } from "node:net";
import { SetupError } from "./say.mjs";

/** Throws a sentence where the port is taken, before any work is done for nothing. */
export async function checkPort(port, host) {
  if (port === 0) return;
  const probe = createServer();
  try {
    await new Promise((resolve, reject) => {
      probe.once("error", reject);
      probe.listen(port, host, resolve);
    });
  } catch (error) {
    throw new SetupError(listenSentence(error, port, host), { cause: error });
  } finally {
    probe.close();
  }
}

/** Why a server can't listen, and what to do. */
export function listenSentence(error, port, host) {
  if (error.code === "EADDRINUSE") return `Port ${port} is in use. Stop what is using it, or choose another one: PORT=${port + 1} npm start`;
  if (error.code === "EACCES") return `This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`;
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
    return `This machine has no address ${host}. Set HOST to one it has, for example HOST=127.0.0.1.`;
  return `The server can't listen on ${host}:${port}: ${error.message}.`;
}
