import type { Actor } from "@/tests/integration/api/house";
import type { Scene, SceneDeck } from "@/tests/integration/rights/scene";

/** What one call needs beside its address. */
export interface Call {
  readonly params?: Readonly<Record<string, string | readonly string[]>>;
  readonly query?: string;
  readonly json?: unknown;
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a call is made of: who asks, and for which deck (of a row without one: that of a person). */
export interface Cell {
  readonly scene: Scene;
  readonly actor: Actor;
  readonly deck: SceneDeck;
}

/** One call to the server, and what each standing has to be answered, in the order of its columns. */
export interface Row {
  /** Method and address as the file tree has it, for example `PATCH /api/decks/[id]/links/[linkId]`. */
  readonly route: string;
  /** Tells two rows of one route apart. */
  readonly what?: string;
  readonly answers: string;
  /** Made anew for every cell, so that what one may delete is there for the next. */
  readonly call?: (cell: Cell) => Call | Promise<Call>;
  /** Puts back what the call changed. */
  readonly after?: (cell: Cell) => Promise<unknown>;
}

/** Answers for the seven standings to a deck: `ok` for those who may, 403 for who has too small a right, 404, 401. */
export const gate = {
  everyone: (ok: number | string) => `${ok} ${ok} ${ok} ${ok} ${ok} 404 401`,
  readers: (ok: number | string) => `${ok} ${ok} ${ok} ${ok} 403 404 401`,
  presenters: (ok: number | string) => `${ok} ${ok} ${ok} 403 403 404 401`,
  editors: (ok: number | string) => `${ok} ${ok} 403 403 403 404 401`,
  owners: (ok: number | string) => `${ok} 403 403 403 403 404 401`,
} as const;

/** The same for the six standings in a team. */
export const teamGate = {
  everyone: (ok: number) => `${ok} ${ok} ${ok} ${ok} 404 401`,
  admins: (ok: number) => `${ok} ${ok} 403 403 404 401`,
  owner: (ok: number) => `${ok} 403 403 403 404 401`,
} as const;
