/** A state comes at once, or not at all. */
const answerMs = 5_000;

/**
 * Reads what an address answers. Undefined where there is nothing for now, and it is better asked again: no network, no
 * answer within this time (a request may hang on a network that is gone), or one of something in between that is no JSON.
 * `signal: null` waits for as long as it takes.
 */
export async function fetchSoon<T>(
  url: string,
  init: RequestInit,
  read: (response: Response) => Promise<T>,
  withinMs = answerMs,
): Promise<T | undefined> {
  try {
    return await read(await fetch(url, { signal: AbortSignal.timeout(withinMs), ...init }));
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException) return undefined;
    throw error;
  }
}
