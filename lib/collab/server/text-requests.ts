import type { CommittedText } from "@/lib/collab/server/committed-text";

/** Where other processes write as well, a row may never come out at the place it was expected at. */
const maxMisses = 3;

/**
 * Those who want the text as it is committed while somebody is always typing. What is in memory as a row is made is what
 * is committed once it is stored, so nobody has to rebuild the document from its log for that.
 */
export interface TextRequests {
  /** Resolves with the text at the next row; undefined where the document was lost. */
  readonly wait: () => Promise<CommittedText | undefined>;
  /** A row is about to be stored; `read` gives the text that will stand there, if that is known. */
  readonly beforeRow: (read: (() => CommittedText) | undefined) => void;
  /** A row was stored at this place; `read` gives the text at it, if nothing else is in memory. */
  readonly afterRow: (seq: number, read: (() => CommittedText) | undefined) => void;
  /** Reads the text anew from the log for those who wait. */
  readonly rebuild: () => void;
  readonly answer: (text: CommittedText | undefined) => void;
}

/** `readLog` rebuilds the text from the log. */
export function createTextRequests({ readLog }: { readonly readLog: () => Promise<CommittedText | undefined> }): TextRequests {
  let waiting: ((text: Promise<CommittedText | undefined> | CommittedText | undefined) => void)[] = [];
  let expected: CommittedText | undefined;
  let misses = 0;

  function answer(text: Promise<CommittedText | undefined> | CommittedText | undefined): void {
    const resolves = waiting;
    waiting = [];
    expected = undefined;
    misses = 0;
    for (const resolve of resolves) resolve(text);
  }

  function rebuild(): void {
    if (waiting.length > 0) answer(readLog());
  }

  return {
    wait: () => new Promise((resolve) => waiting.push(resolve)),
    beforeRow: (read) => {
      expected = waiting.length === 0 ? undefined : read?.();
    },
    afterRow: (seq, read) => {
      if (waiting.length === 0) return;
      const text = expected?.seq === seq ? expected : read?.();
      if (text !== undefined) return answer(text);
      misses++;
      if (misses >= maxMisses) rebuild();
    },
    rebuild,
    answer,
  };
}
