const firstRetryMs = 500;
const slowestRetryMs = 8_000;

/** Sends only the newest of what it is given, one at a time, until it gets through. */
export interface Latest<T> {
  readonly push: (value: T) => void;
  /** Forgets what was not sent. */
  readonly clear: () => void;
  readonly isSent: () => boolean;
  readonly stop: () => void;
}

export interface LatestOptions<T> {
  /** True: there or refused for good; false: try again. */
  readonly send: (value: T) => Promise<boolean>;
  readonly onState: () => void;
  /** What tells that the network is back. */
  readonly network?: EventTarget;
}

/** Tries again after a failure, later each time, and at once when the network is back. `onState` hears of each push and each try. */
export function createLatest<T>({ send, onState, network = window }: LatestOptions<T>): Latest<T> {
  let waiting: { readonly value: T } | undefined;
  let isSending = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = async () => {
    if (isSending || !waiting) return;
    clearTimeout(timer);
    const sending = waiting;
    isSending = true;
    const isDone = await send(sending.value);
    isSending = false;
    failures = isDone ? 0 : failures + 1;
    if (isDone && waiting === sending) waiting = undefined;
    onState();
    if (isDone) void flush();
    else timer = setTimeout(() => void flush(), Math.min(slowestRetryMs, firstRetryMs * 2 ** (failures - 1)));
  };
  const onOnline = () => void flush();
  network.addEventListener("online", onOnline);
  return {
    push: (value) => {
      waiting = { value };
      onState();
      // While the network is gone the next try takes the newest.
      if (failures === 0) void flush();
    },
    clear: () => {
      waiting = undefined;
    },
    isSent: () => waiting === undefined,
    stop: () => {
      waiting = undefined;
      clearTimeout(timer);
      network.removeEventListener("online", onOnline);
    },
  };
}
