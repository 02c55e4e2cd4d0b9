/** One change that somebody made. */
export interface Edit {
  readonly author: string;
  readonly kind: "insert" | "delete";
  /** A mark that stands nowhere else in the deck. */
  readonly mark: string;
  /** The mark that it was put right behind. */
  readonly behind?: string | undefined;
}

/** What a text lacks, or has wrongly. */
export interface Complaints {
  /** Called saved, and not so in the text: a mark that is not there, or one that is there again. */
  readonly lost: readonly string[];
  /** There more than once. */
  readonly doubled: readonly string[];
  /** Before what it was put behind. */
  readonly disordered: readonly string[];
  /** Seen by somebody, deleted by nobody, and gone. */
  readonly takenBack: readonly string[];
}

/** What was done to one deck, what of it was called saved, and who saw what. */
export interface Ledger {
  readonly note: (edit: Edit) => void;
  /** The label said Saved: all that this author did until now. */
  readonly noteSaved: (author: string) => void;
  /** The author was told that none of it went into the deck; of how many edits the label had said otherwise. */
  readonly withdraw: (author: string) => number;
  readonly isWithdrawn: (edit: Edit) => boolean;
  readonly noteSeen: (mark: string) => void;
  readonly counts: () => { readonly edits: number; readonly saved: number };
  /** Edits that were called saved since this was asked last. */
  readonly takeNewlySaved: () => readonly Edit[];
  /** Those of these edits that a text doesn't have, although it was read after they were called saved. */
  readonly missingIn: (text: string, edits: readonly Edit[]) => readonly Edit[];
  readonly judge: (text: string) => Complaints;
}

const marks = /‹[^›]*›/gu;

export function marksIn(text: string): readonly string[] {
  return text.match(marks) ?? [];
}

export function nameOf({ kind, mark }: Edit): string {
  return `${kind} of ${mark}`;
}

export function createLedger(): Ledger {
  const edits: Edit[] = [];
  const open = new Map<string, Edit[]>();
  const saved: Edit[] = [];
  const seen = new Set<string>();
  const deleted = new Set<string>();
  const withdrawn = new Set<string>();
  let taken = 0;

  function isMissing({ author, kind, mark }: Edit, present: ReadonlySet<string>): boolean {
    if (withdrawn.has(author)) return false;
    return kind === "delete" ? present.has(mark) : !present.has(mark) && !deleted.has(mark);
  }
  const missingAmong = (of: readonly Edit[], present: ReadonlySet<string>) => of.filter((edit) => isMissing(edit, present));

  return {
    note: (edit) => {
      edits.push(edit);
      const waiting = open.get(edit.author);
      if (waiting === undefined) open.set(edit.author, [edit]);
      else waiting.push(edit);
      if (edit.kind === "delete") deleted.add(edit.mark);
    },
    noteSaved: (author) => {
      saved.push(...(open.get(author) ?? []));
      open.delete(author);
    },
    withdraw: (author) => {
      withdrawn.add(author);
      return saved.filter((edit) => edit.author === author).length;
    },
    isWithdrawn: ({ author }) => withdrawn.has(author),
    noteSeen: (mark) => void seen.add(mark),
    counts: () => ({ edits: edits.length, saved: saved.length }),
    takeNewlySaved: () => {
      const due = saved.slice(taken);
      taken = saved.length;
      return due;
    },
    missingIn: (text, of) => missingAmong(of, new Set(marksIn(text))),
    judge: (text) => {
      const all = marksIn(text);
      const places = new Map(all.map((mark, index) => [mark, index]));
      const present = new Set(all);
      return {
        lost: missingAmong(saved, present).map(nameOf),
        doubled: all.filter((mark, index) => places.get(mark) !== index),
        disordered: edits.flatMap(({ mark, behind }) => {
          const [place, before] = [places.get(mark), behind === undefined ? undefined : places.get(behind)];
          return place !== undefined && before !== undefined && place < before ? [mark] : [];
        }),
        takenBack: edits
          .filter(
            ({ author, kind, mark }) => kind === "insert" && seen.has(mark) && !present.has(mark) && !deleted.has(mark) && !withdrawn.has(author),
          )
          .map(({ mark }) => mark),
      };
    },
  };
}
