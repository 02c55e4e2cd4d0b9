import { nextMark, openClient, type Wire } from "@/tests/bench/collab/client";

/** Where one writes and another reads what they wrote: in one process or in two. */
export interface Wires {
  readonly writing: Wire;
  readonly reading: Wire;
}

/** Two in one deck. */
export interface Pair {
  /** One writes; resolves when the other has seen it. */
  readonly type: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Between two keys: a hundred a second are what ten people type at once. Much faster, and one is measured by what is still
 * being stored of the one before.
 */
export const keyGapMs = 10;

const patienceMs = 20_000;

export async function openPair({ writing, reading }: Wires): Promise<Pair> {
  let seen: (mark: string) => void = () => undefined;
  const [writer, reader] = [await openClient(writing), await openClient(reading, { onMark: (mark) => seen(mark) })];
  await Promise.all([writer.synced, reader.synced]);
  return {
    type: () => {
      const mark = nextMark();
      const arrived = new Promise<void>((resolve) => {
        seen = (other) => other === mark && resolve();
      });
      writer.write(mark);
      return withinPatience(arrived);
    },
    close: async () => void (await Promise.all([writer.close(), reader.close()])),
  };
}

/** What is lost on its way would be waited for for ever. */
async function withinPatience(arrival: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("what was written did not arrive")), patienceMs);
  });
  await Promise.race([arrival, late]).finally(() => clearTimeout(timer));
}
