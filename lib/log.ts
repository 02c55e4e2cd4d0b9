import { pino, type Logger } from "pino";

export type Log = Logger;

/** JSON lines on standard output; secrets and addresses of people never go into it. */
export function createLog(level: string): Log {
  return pino({ level, base: undefined, redact: ["password", "token", "cookie", "authorization", "*.password", "*.token"] });
}

/** The one way to let a promise run on its own: what it throws goes to the log. */
export function runInBackground(promise: Promise<unknown>, log: Log, what: string): void {
  promise.catch((error: unknown) => log.error({ err: error }, what));
}
