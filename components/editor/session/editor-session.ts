import { createAnnouncements, type Announcements } from "@/components/editor/session/announcements";
import { createCaretStore, type CaretStore } from "@/components/editor/session/caret";
import type { CommentStore } from "@/components/editor/comments/comment-store";
import type { ReviewStore } from "@/components/editor/review/review-store";
import { createDrawingStore, type DrawingStore } from "@/components/editor/session/drawing-store";
import { createFollowStore, type FollowStore } from "@/components/editor/session/follow";
import { createFitStore, type FitStore } from "@/components/editor/session/fit-store";
import { createLiveDeck, type LiveDeck, type Schedule } from "@/components/editor/session/live-deck";
import { createNoticeStore, type NoticeStore } from "@/components/editor/session/notice-store";
import type { DeckFile } from "@/lib/api/files";
import type { FileWidths } from "@/lib/api/picture-sizes";
import { themeNames } from "@/lib/themes";
import { refuseFile } from "@/components/editor/files/refuse-file";
import { fitBetween, pictureSyntax } from "@/components/editor/files/picture-syntax";
import { createKnownFiles, type FileAccess } from "@/components/editor/files/known-files";
import { createUploads, type Uploads, type UploadsOptions } from "@/components/editor/files/uploads";
import { applyToText, type Applied } from "@/components/editor/session/text-edits";
import type { FormatInput, Formatted } from "@/components/editor/format/text-format";
import { createDeckCompiler, type CaretEdit, type Deck, type RenderOptions, type TextEdit } from "@/lib/deck";
import { createSettingsDoor, type SettingsDoor } from "@/components/editor/session/opened-settings";
import type { DeckSource } from "@/lib/collab/client/deck-source";
import { slideCaret } from "@/components/editor/preview/source-place";

/** What the text pane can do for the rest of the editor; there is none until Monaco is loaded. */
export interface TextPane {
  /** Sets the caret and brings it into view. */
  goTo(offset: number, options: { readonly focus: boolean }): void;
  /** Sets the caret, and moves the view only where the caret would be out of sight. */
  setCaret(offset: number): void;
  /** The offset under a point of the window; undefined where there is no text. */
  offsetAt(x: number, y: number): number | undefined;
  /** Shows where something would be dropped; undefined takes the mark away. */
  markPlace(offset: number | undefined): void;
  /** Brings a place into view without touching the caret. */
  reveal(offset: number): void;
  /** What is selected; empty where that is nothing. */
  selection(): { readonly start: number; readonly end: number } | undefined;
  /** Applies edits that refer to `expected` as one undoable step; the answer says why not, where they were not. */
  apply(edits: readonly TextEdit[], expected: string): Applied;
  /** Puts a snippet in the place of a stretch of the text, as one undoable step, and the caret at its first place. */
  insert(insertion: { readonly start: number; readonly end: number; readonly snippet: string }): void;
  /** Formats what is selected, as one undoable step; false where there is nothing to change. */
  format(act: (input: FormatInput) => Formatted): boolean;
  /** Writes at a place that the deck decides, as one undoable step, and puts the caret there. */
  place(make: (deck: Deck, offset: number) => CaretEdit | undefined): boolean;
  /** Takes back this person's latest step, wherever the focus is. */
  undo(): void;
  redo(): void;
  /** An act on the server is this person's latest step from now on: undo takes it back by this. */
  addStep(takeBack: () => void): void;
  /** This person's latest step, to be compared with: undefined where there is none to take back. */
  latestStep(): object | undefined;
  /** Runs one of the text editor's own commands, for example `editor.action.quickCommand`. */
  run(command: string): void;
}

/** Everything one open editor shares between its panes. Made once a source. */
export interface EditorSession {
  readonly source: DeckSource;
  readonly live: LiveDeck;
  readonly caret: CaretStore;
  readonly fits: FitStore;
  readonly drawings: DrawingStore;
  readonly notices: NoticeStore;
  /** Pictures, films and sounds on their way into the deck; undefined where a deck has no files of its own. */
  readonly uploads: Uploads | undefined;
  readonly announcements: Announcements;
  /** The co-author whose caret the view goes along with, if any. */
  readonly follow: FollowStore;
  readonly settings: SettingsDoor;
  /** Whether the deck has versions to go back to. */
  readonly hasHistory: boolean;
  /** What is said about the deck; undefined where nothing can be, or not by this person. */
  readonly comments: CommentStore | undefined;
  /** What people say of its slides as they are; undefined as above. */
  readonly reviews: ReviewStore | undefined;
  /** How slides are rendered here, for pictures beside the compiler's. */
  readonly render: RenderOptions;
  /** The deck's own files, as far as they are known here. */
  files(): FileWidths;
  /** A file came to the deck, or got this path. */
  addFile(file: Pick<DeckFile, "path" | "width">): void;
  /** Writes a file of the deck at the caret, as one undoable step. */
  insertFile(path: string): void;
  pane(): TextPane | undefined;
  setPane(pane: TextPane | undefined): void;
  /** Puts the caret at the start of a slide (or at `offset`), as far as the text pane is there. */
  goToSlide(index: number, options?: { readonly focus?: boolean; readonly offset?: number }): void;
  /** Begins to follow the source; returns the stop. May be started again. */
  start(): () => void;
}

/** The deck's own files, and how one is added; without `send` nobody here may. */
export interface DeckFiles extends FileAccess {
  readonly send: UploadsOptions["send"] | undefined;
}

export interface EditorSessionOptions {
  readonly source: DeckSource;
  readonly render: RenderOptions;
  readonly initialMarkdown: string | undefined;
  readonly schedule: Schedule;
  /** The deck's own files; undefined for a text that has none. */
  readonly files: DeckFiles | undefined;
  /** A stored deck has a history; a text of this page alone has none. */
  readonly hasHistory?: boolean;
  readonly comments?: CommentStore | undefined;
  readonly reviews?: ReviewStore | undefined;
}

const noFiles: FileWidths = new Map();

/** Opens a source for editing. */
export function createEditorSession({
  source,
  render,
  initialMarkdown,
  schedule,
  files,
  hasHistory = false,
  comments,
  reviews,
}: EditorSessionOptions): EditorSession {
  const fits = createFitStore(render.fit);
  // Fits change as they are measured: SlideView sets them, so that the compiler's HTML stays good for all of them.
  const knownFiles = files && createKnownFiles(files);
  const rendering = { ...render, ...(knownFiles && { resolveUrl: knownFiles.resolveUrl() }), fit: undefined };
  const compiler = createDeckCompiler(rendering);
  const live = createLiveDeck({ text: source.text, compiler, initialMarkdown, schedule });
  const caret = createCaretStore(live.snapshot().deck);
  const settle = () => {
    const { deck, isLocal } = live.snapshot();
    caret.settle(deck, isLocal);
  };
  const drawings = createDrawingStore(live);
  const notices = createNoticeStore({ live, fits, drawings, themes: themeNames, whenRested });
  let pane: TextPane | undefined;
  /** Where the caret is to be once there is a pane. */
  let wanted: number | undefined;

  /** As one step of this person's own, with the caret behind it where the caret stood at the place. */
  function write(offset: number, markdown: string): Applied {
    if (!source.canEdit) return "changed";
    const edits = [{ start: offset, end: offset, text: markdown }];
    const expected = source.text.toString();
    if (pane === undefined) return applyToText(source.text, edits, { origin: uploads, expected });
    const isAtCaret = caret.get().offset === offset;
    const applied = pane.apply(edits, expected);
    if (applied === "applied" && isAtCaret) pane.setCaret(offset + markdown.length);
    return applied;
  }
  const wantedPath = (name: string) => {
    const path = knownFiles?.missing(name);
    return path !== undefined && source.text.toString().includes(path) ? path : undefined;
  };
  const firstOffset = () => live.snapshot().deck.frontMatter.range?.end ?? 0;
  const announcements = createAnnouncements();
  const follow = createFollowStore({
    source,
    live,
    reveal: (offset) => pane?.reveal(offset),
    onGone: ({ name }) => announcements.say(`${name === "" ? "The guest" : name} left.`, { tone: "shown" }),
  });
  const send = files?.send;
  const uploads =
    send && createUploads({ text: source.text, send, refuse: refuseFile, write, onAdded: (file) => knownFiles?.add(file), wantedPath, firstOffset });

  return {
    source,
    live,
    caret,
    fits,
    drawings,
    notices,
    uploads,
    announcements,
    follow,
    settings: createSettingsDoor(),
    hasHistory,
    comments,
    reviews,
    render: rendering,
    files: () => knownFiles?.get() ?? noFiles,
    addFile: (file) => knownFiles?.add(file),
    insertFile: (path) => {
      const all = source.text.toString();
      const offset = Math.max(caret.get().offset, firstOffset());
      write(offset, fitBetween(pictureSyntax(path), { before: all.slice(0, offset), after: all.slice(offset) }, "caret"));
    },
    pane: () => pane,
    setPane: (next) => {
      pane = next;
      if (pane === undefined || wanted === undefined) return;
      pane.goTo(wanted, { focus: false });
      wanted = undefined;
    },
    goToSlide: (index, { focus = false, offset } = {}) => {
      const { deck } = live.snapshot();
      const slide = deck.slides[index];
      if (slide === undefined) return;
      const place = offset ?? slideCaret(deck.source, slide.range);
      if (pane !== undefined) return pane.goTo(place, { focus });
      wanted = place;
      caret.move(placeOf(deck.source, place), true);
    },
    start: () => {
      const refresh = () => {
        if (source.status.state === "ready") live.refresh();
      };
      const stops = [
        live.subscribe(settle),
        live.start(),
        knownFiles?.follow(live, notices.setFiles) ?? (() => undefined),
        notices.start(),
        source.subscribe(refresh),
        follow.start(),
        comments?.follow(live, source) ?? (() => undefined),
        reviews?.follow(live, source) ?? (() => undefined),
      ];
      refresh();
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** Between two words of somebody who types; long enough that a word is not called wrong before it is whole. */
const restMs = 250;

function whenRested(task: () => void): () => void {
  const timer = setTimeout(task, restMs);
  return () => clearTimeout(timer);
}

function placeOf(source: string, offset: number) {
  const before = source.slice(0, offset);
  return { offset, line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}
