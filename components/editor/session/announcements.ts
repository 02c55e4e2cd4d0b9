/** Something that happened by this person's act, in a sentence. */
export interface Announcement {
  /** Tells two announcements of the same words apart. */
  readonly id: number;
  readonly sentence: string;
  /** `quiet` is only read out, `shown` also stands on the screen for a moment, `refused` says why nothing happened. */
  readonly tone: "quiet" | "shown" | "refused";
  /** Takes back what was done. */
  readonly undo?: () => void;
}

/** What the editor says of its own acts; whoever draws the page listens. */
export interface Announcements {
  say(sentence: string, options?: Pick<Partial<Announcement>, "tone" | "undo">): void;
  latest(): Announcement | undefined;
  subscribe(listener: () => void): () => void;
}

export function createAnnouncements(): Announcements {
  const listeners = new Set<() => void>();
  let latest: Announcement | undefined;
  let ids = 0;
  return {
    say: (sentence, { tone = "quiet", undo } = {}) => {
      latest = { id: ++ids, sentence, tone, ...(undo === undefined ? {} : { undo }) };
      for (const listener of [...listeners]) listener();
    },
    latest: () => latest,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
