import type { Command } from "@/lib/player/keys";
import { reduce, type Move, type Position } from "@/lib/player/state";

/** A slide of the page. */
export interface PlayerSlide {
  readonly frame: HTMLElement;
  readonly section: HTMLElement;
  readonly anchor: string;
  readonly title: string;
  readonly fragments: number;
}

export interface Change {
  readonly position: Position;
  /** Undefined for the position that the page opens at. */
  readonly before: Position | undefined;
  /** Worth no entry in the browser's history: a held key, another window's move. */
  readonly isQuiet: boolean;
  /** Made in another window. */
  readonly isRemote: boolean;
}

export interface MoveOptions {
  readonly isQuiet?: boolean;
  readonly isRemote?: boolean;
}

/** What all behaviours share: the slides, where the talk stands, and who hears of commands. */
export interface Player {
  readonly root: HTMLElement;
  /** The document's mode: public, present, file. */
  readonly mode: string;
  readonly slides: readonly PlayerSlide[];
  /** Steps of every slide. */
  readonly fragments: readonly number[];
  position(): Position;
  move(move: Move, options?: MoveOptions): void;
  onMove(listener: (change: Change) => void): () => void;
  /** Takes a command; the latest comes first, and one that returns false leaves it to those before. */
  handle(command: Command, handler: (isRepeat: boolean) => boolean | void): () => void;
  /** Gives a command to whoever takes it; false where nobody does. */
  run(command: Command, isRepeat?: boolean): boolean;
}

/** A part of the player: starts its work and returns its stop. */
export type Behaviour = (player: Player) => () => void;

/** Reads the slides of a stage. */
export function createPlayer(root: HTMLElement): Player {
  const slides = readSlides(root);
  const fragments = slides.map((slide) => slide.fragments);
  const listeners = new Set<(change: Change) => void>();
  const handlers = new Map<Command, ((isRepeat: boolean) => boolean | void)[]>();
  let position: Position = { slide: 0, step: 0 };

  return {
    root,
    mode: root.dataset.mode ?? "public",
    slides,
    fragments,
    position: () => position,
    move: (move, { isQuiet = false, isRemote = false } = {}) => {
      const before = position;
      position = reduce(before, move, fragments);
      if (position === before) return;
      for (const listener of [...listeners]) listener({ position, before, isQuiet, isRemote });
    },
    onMove: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    handle: (command, handler) => {
      const all = handlers.get(command) ?? [];
      handlers.set(command, all);
      all.unshift(handler);
      return () => {
        const at = all.indexOf(handler);
        if (at !== -1) all.splice(at, 1);
      };
    },
    run: (command, isRepeat = false) => (handlers.get(command) ?? []).slice().some((handler) => handler(isRepeat) !== false),
  };
}

function readSlides(root: HTMLElement): readonly PlayerSlide[] {
  return [...root.querySelectorAll<HTMLElement>(":scope > .frame")].flatMap((frame) => {
    const section = frame.querySelector<HTMLElement>(":scope > section.slide");
    if (!section) return [];
    return [
      { frame, section, anchor: section.id, title: section.getAttribute("aria-label") ?? "", fragments: Number(section.dataset.fragments ?? "0") },
    ];
  });
}
