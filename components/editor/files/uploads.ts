import * as Y from "yjs";
import type { Applied } from "@/components/editor/session/text-edits";
import { fitBetween, pictureSyntax, type PictureFit } from "@/components/editor/files/picture-syntax";
import { unreadableFile } from "@/components/ui/sentence-of";
import { ApiError } from "@/lib/api/api-error";
import type { DeckFile } from "@/lib/api/files";
import type { UploadOptions } from "@/lib/api/upload";

/** A file on its way into the deck. One that arrived is no more listed: it stands in the text. */
export interface Upload {
  readonly id: number;
  readonly name: string;
  readonly progress:
    | { readonly state: "waiting" }
    | { readonly state: "sending"; readonly percent: number }
    | { readonly state: "failed"; /** Why, for the person at the screen. */ readonly sentence: string; readonly canRetry: boolean };
}

/** Files that are being added to a deck, one after the other, each written into the text at its place once it is there. */
export interface Uploads {
  get(): readonly Upload[];
  subscribe(listener: () => void): () => void;
  /** Adds files at an offset of the text; the place holds to what stands there while others write. */
  add(files: readonly File[], offset: number, fit?: PictureFit): void;
  /** Gives a file up, or takes a failed one off the list. */
  cancel(id: number): void;
  retry(id: number): void;
}

export interface UploadsOptions {
  readonly text: Y.Text;
  readonly send: (file: File, options: UploadOptions) => Promise<DeckFile>;
  /** Says, before anything is sent, why a file can't be added; undefined where it can. */
  readonly refuse: (file: File) => Promise<string | undefined>;
  /** Writes into the text as one undoable step; `changed` where the text may not be written now. */
  readonly write: (offset: number, markdown: string) => Applied;
  /** The path under which the text names a file of this name already, while the deck has none; undefined where it doesn't. */
  readonly wantedPath?: (name: string) => string | undefined;
  /** Where the slides begin: in front of that a picture would break the deck's settings. */
  readonly firstOffset?: () => number;
  /** Told of every file that is new to the deck. */
  readonly onAdded?: (file: DeckFile) => void;
}

interface Task {
  upload: Upload;
  readonly file: File;
  readonly place: Y.RelativePosition;
  readonly fit: PictureFit;
  readonly abort: AbortController;
  /** Once it is in the deck, only writing is left to be tried again. */
  sent: DeckFile | undefined;
}

/** An empty list of uploads into a text. */
export function createUploads(options: UploadsOptions): Uploads {
  const { text } = options;
  const listeners = new Set<() => void>();
  let tasks: readonly Task[] = [];
  let shown: readonly Upload[] = [];
  let nextId = 1;
  let isRunning = false;

  function tell() {
    shown = tasks.map(({ upload }) => upload);
    for (const listener of [...listeners]) listener();
  }
  function set(task: Task, progress: Upload["progress"]) {
    if (!tasks.includes(task)) return;
    task.upload = { ...task.upload, progress };
    tell();
  }
  function remove(task: Task) {
    tasks = tasks.filter((other) => other !== task);
    tell();
  }

  async function run() {
    if (isRunning) return;
    isRunning = true;
    for (let task = nextTask(tasks); task; task = nextTask(tasks)) await runTask(task);
    isRunning = false;
  }

  async function runTask(task: Task) {
    const { file, abort } = task;
    try {
      set(task, { state: "sending", percent: 0 });
      const refusal = task.sent === undefined ? await options.refuse(file) : undefined;
      if (refusal !== undefined) return set(task, { state: "failed", sentence: refusal, canRetry: false });
      const wanted = task.sent === undefined ? options.wantedPath?.(file.name) : undefined;
      if (task.sent === undefined) {
        const onProgress = (percent: number) => set(task, { state: "sending", percent });
        task.sent = await options.send(file, { signal: abort.signal, onProgress, ...(wanted === undefined ? {} : { path: wanted }) });
        options.onAdded?.(task.sent);
      }
      if (!tasks.includes(task)) return undefined;
      // What the text was waiting for shows where it is named.
      const applied = task.sent.path === wanted ? "applied" : writeAtPlace(task, task.sent);
      if (applied === "applied") return remove(task);
      const why =
        applied === "too-long" ? "its text is as long as it may be. Take something out, and try again." : "the text can't be changed right now.";
      return set(task, { state: "failed", sentence: `${file.name} is in the deck, but ${why}`, canRetry: true });
    } catch (error) {
      if (abort.signal.aborted) return undefined;
      if (error instanceof ApiError) return set(task, { state: "failed", sentence: error.message, canRetry: canTryAgain(error) });
      set(task, { state: "failed", sentence: unreadableFile(file.name), canRetry: false });
      return undefined;
    }
  }

  function writeAtPlace({ place, fit }: Task, { path }: DeckFile): Applied {
    const { doc } = text;
    const found = doc === null ? null : Y.createAbsolutePositionFromRelativePosition(place, doc);
    const all = text.toString();
    const offset = found?.index ?? all.length;
    return options.write(offset, fitBetween(pictureSyntax(path), { before: all.slice(0, offset), after: all.slice(offset) }, fit));
  }

  return {
    get: () => shown,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: (files, offset, fit = "caret") => {
      // It holds to what stands behind it, so that the next of several files comes behind the last.
      const place = Y.createRelativePositionFromTypeIndex(text, Math.min(Math.max(offset, options.firstOffset?.() ?? 0), text.length));
      const added = files.map((file): Task => {
        const upload: Upload = { id: nextId++, name: file.name, progress: { state: "waiting" } };
        return { upload, file, place, fit, abort: new AbortController(), sent: undefined };
      });
      tasks = [...tasks, ...added];
      tell();
      void run();
    },
    cancel: (id) => {
      const task = tasks.find(({ upload }) => upload.id === id);
      if (!task) return;
      task.abort.abort();
      remove(task);
    },
    retry: (id) => {
      const task = tasks.find(({ upload }) => upload.id === id);
      if (!task) return;
      set(task, { state: "waiting" });
      void run();
    },
  };
}

function nextTask(tasks: readonly Task[]): Task | undefined {
  return tasks.find(({ upload }) => upload.progress.state === "waiting");
}

/** No connection, too much at once, or a fault of the server: the same file may pass later. */
function canTryAgain({ status }: ApiError): boolean {
  return status === 0 || status === 429 || status >= 500 || status === 401;
}
