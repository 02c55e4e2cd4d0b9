/** The invariants of collaboration, as they are numbered where they are told. */
export type Invariant = `I${number}`;

/** Something that somebody might get wrong, and the test that has to notice. */
export interface Plant {
  readonly invariant: Invariant;
  /** What is wrong then, in words; `FAULT` calls it by them. */
  readonly name: string;
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  readonly testFile: string;
  /** As the runner prints it. */
  readonly testName: string;
}

/** The source with the fault in it. Throws where its place is not there, or not the only one. */
export function planted(source: string, { name, file, find, replace }: Plant): string {
  const [before, after, ...more] = source.split(find);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`"${name}" has its place ${source.split(find).length - 1} times in ${file}, and must have it once.`);
  }
  return before + replace + after;
}
