import type { Command } from "@/lib/player/keys";
import type { Spot } from "@/lib/player/live/live-state";
import { reduce, type Move, type Position } from "@/lib/player/state";
import { named, placeAfterSwap, placeIn } from "@/lib/player/swap";

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

/** Slides that take the place of those on the page, and what else of the page changes with them. */
export interface Content {
  /** All frames in their order; those that are on the page already stay as they are. */
  readonly frames: readonly HTMLElement[];
  readonly adopt: () => void;
}

/** What all behaviours share: the slides, where the talk stands, and who hears of commands. */
export interface Player {
  readonly root: HTMLElement;
  /** The document's mode: public, present, file. */
  readonly mode: string;
  readonly slides: readonly PlayerSlide[];
  /** Steps of every slide. */
  readonly fragments: readonly number[];
  /** How many slides there are in all; the page may hold only those that were shown. */
  readonly total: number;
  position(): Position;
  move(move: Move, options?: MoveOptions): void;
  onMove(listener: (change: Change) => void): () => void;
  /** Takes other slides now, at the same place of the talk. */
  replace(content: Content): void;
  /** Takes other slides with the next change of slides, never in the middle of one; undefined: none any more. */
  replaceLater(content: Content | undefined): void;
  onReplace(listener: () => void): () => void;
  isBlank(): boolean;
  setBlank(isBlank: boolean, options?: { readonly isRemote?: boolean }): void;
  onBlank(listener: (change: { readonly isBlank: boolean; readonly isRemote: boolean }) => void): () => void;
  /** Shows where somebody points; undefined: nowhere any more. */
  point(spot: Spot | undefined, options?: { readonly isRemote?: boolean }): void;
  onPoint(listener: (change: { readonly spot: Spot | undefined; readonly isRemote: boolean }) => void): () => void;
  /** Takes a command; the latest comes first, and one that returns false leaves it to those before. */
  handle(command: Command, handler: (isRepeat: boolean) => boolean | void): () => void;
  /** Gives a command to whoever takes it; false where nobody does. */
  run(command: Command, isRepeat?: boolean): boolean;
}

/** A part of the player: starts its work and returns its stop. */
export type Behaviour = (player: Player) => () => void;

/** Reads the slides of a stage. */
export function createPlayer(root: HTMLElement): Player {
  let slides = readSlides(framesOf(root));
  let position: Position = { slide: 0, step: 0 };
  let waiting: Content | undefined;
  let isBlank = false;
  const moved = createListeners<Change>();
  const replaced = createListeners<void>();
  const blanked = createListeners<{ readonly isBlank: boolean; readonly isRemote: boolean }>();
  const pointed = createListeners<{ readonly spot: Spot | undefined; readonly isRemote: boolean }>();
  const handlers = new Map<Command, ((isRepeat: boolean) => boolean | void)[]>();

  const stepsOf = () => slides.map((slide) => slide.fragments);
  const take = (content: Content, at: Position) => {
    waiting = undefined;
    content.adopt();
    placeFrames(root, content.frames);
    slides = readSlides(content.frames);
    position = at;
    replaced.tell();
  };

  return {
    root,
    mode: root.dataset.mode ?? "public",
    get slides() {
      return slides;
    },
    get fragments() {
      return stepsOf();
    },
    get total() {
      return Math.max(slides.length, Number(root.dataset.total ?? "0"));
    },
    position: () => position,
    move: (move, { isQuiet = false, isRemote = false } = {}) => {
      const before = position;
      const to = waiting && readSlides(waiting.frames);
      const swapped = to && placeAfterSwap(before, move, { from: slides, to });
      if (waiting && swapped) take(waiting, swapped);
      else position = reduce(before, move, stepsOf());
      if (position !== before) moved.tell({ position, before, isQuiet, isRemote });
    },
    onMove: moved.add,
    replace: (content) => take(content, placeIn(readSlides(content.frames), named(slides, position))),
    replaceLater: (content) => {
      waiting = content;
    },
    onReplace: replaced.add,
    isBlank: () => isBlank,
    setBlank: (value, { isRemote = false } = {}) => {
      if (isBlank === value) return;
      isBlank = value;
      blanked.tell({ isBlank, isRemote });
    },
    onBlank: blanked.add,
    point: (spot, { isRemote = false } = {}) => pointed.tell({ spot, isRemote }),
    onPoint: pointed.add,
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

/** The frames of a stage, in their order. */
export function framesOf(root: Element): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(":scope > .frame")].filter((frame) => frame.querySelector(":scope > section.slide"));
}

function readSlides(frames: readonly HTMLElement[]): readonly PlayerSlide[] {
  return frames.flatMap((frame) => {
    const section = frame.querySelector<HTMLElement>(":scope > section.slide");
    if (!section) return [];
    return [
      { frame, section, anchor: section.id, title: section.getAttribute("aria-label") ?? "", fragments: Number(section.dataset.fragments ?? "0") },
    ];
  });
}

/** Frames that stay are not touched: a film in one plays on. */
function placeFrames(root: HTMLElement, frames: readonly HTMLElement[]): void {
  const staying = new Set(frames);
  for (const frame of framesOf(root)) if (!staying.has(frame)) frame.remove();
  for (const frame of frames) if (frame.parentElement !== root) root.append(frame);
}

function createListeners<T>() {
  const listeners = new Set<(value: T) => void>();
  return {
    add: (listener: (value: T) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell: (value: T) => {
      for (const listener of [...listeners]) listener(value);
    },
  };
}
