import { pino, stdSerializers, type DestinationStream, type Logger } from "pino";

export type Log = Logger;

/** JSON lines on standard output; secrets and addresses of people never go into it. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: undefined,
    redact: ["password", "token", "cookie", "authorization", "*.password", "*.token"],
    serializers: { err: describe },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** What the database says of a lost connection carries all of the connection, with the statements that it knows. */
function describe(error: Error): object {
  const { client: _client, ...said } = stdSerializers.err(error);
  return said;
}

/** The one way to let a promise run on its own: what it throws goes to the log. */
export function runInBackground(promise: Promise<unknown>, log: Log, what: string): void {
  promise.catch((error: unknown) => log.error({ err: error }, what));
}
