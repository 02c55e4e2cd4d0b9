export interface LookOptions {
  readonly everyMs: number;
  /** Looks at once as well, if the page is in sight. */
  readonly isFirstNow?: true;
}

/** Looks something up by and by while the page is in sight, and when it comes into sight again; `signal` ends with it. Returns its stop. */
export function lookInSight(look: (signal: AbortSignal) => void, { everyMs, isFirstNow }: LookOptions): () => void {
  const leaving = new AbortController();
  const lookIfSeen = () => {
    if (document.visibilityState !== "hidden") look(leaving.signal);
  };
  if (isFirstNow) lookIfSeen();
  const timer = setInterval(lookIfSeen, everyMs);
  document.addEventListener("visibilitychange", lookIfSeen);
  return () => {
    leaving.abort();
    clearInterval(timer);
    document.removeEventListener("visibilitychange", lookIfSeen);
  };
}
