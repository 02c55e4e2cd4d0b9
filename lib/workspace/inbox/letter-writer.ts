import { runInBackground, type Log } from "@/lib/log";
import { sendLetters } from "@/lib/workspace/inbox/letters";

const everyMs = 60_000;

/** Writes the letters that are due, every minute, one round at a time. Returns the stop. */
export function startLetterWriter({
  log,
  origin,
  ...context
}: Parameters<typeof sendLetters>[0] & { readonly log: Log; readonly origin: string }): () => void {
  let isWriting = false;
  const timer = setInterval(() => {
    if (isWriting) return;
    isWriting = true;
    const round = sendLetters(context, { origin }).finally(() => {
      isWriting = false;
    });
    runInBackground(round, log, "letters could not be written");
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
