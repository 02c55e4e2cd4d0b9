import { vi } from "vitest";

/** What a page asked of a network on which nothing comes back, until the test lets something through. */
export interface CutNetwork {
  readonly asked: readonly string[];
  /** Answers what was asked last. */
  readonly answer: (data: unknown) => void;
}

/** Requests hang until their patience ends, by the clock that the test turns. `vi` takes the stubs back. */
export function cutNetwork(): CutNetwork {
  const asked: string[] = [];
  let answer: (data: unknown) => void = () => undefined;
  vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
    const patience = new AbortController();
    setTimeout(() => patience.abort(new DOMException("It took too long.", "TimeoutError")), ms);
    return patience.signal;
  });
  vi.stubGlobal("fetch", (url: string, { signal }: RequestInit = {}) => {
    asked.push(url);
    return new Promise<Response>((resolve, refuse) => {
      answer = (data) => resolve(Response.json(data));
      signal?.addEventListener("abort", () => refuse(signal.reason));
    });
  });
  return { asked, answer: (data) => answer(data) };
}
