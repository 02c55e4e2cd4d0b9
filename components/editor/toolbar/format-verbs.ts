import {
  Bold,
  Code,
  Heading1,
  Heading2,
  Heading3,
  Italic,
  Link,
  List,
  ListOrdered,
  MessageSquareText,
  Pause,
  Pilcrow,
  Strikethrough,
  TextQuote,
  type LucideIcon,
} from "lucide-react";
import { toggleInline, type InlineMark } from "@/components/editor/format/toggle-inline";
import { setHeading, toggleLines, type LineMark } from "@/components/editor/format/toggle-lines";
import { toggleLink } from "@/components/editor/format/toggle-link";
import type { EditorSession, TextPane } from "@/components/editor/session/editor-session";
import { addNotes, addPause } from "@/lib/deck";

/** A key with Ctrl (⌘ on Apple's keyboards), named as Monaco's `KeyCode` names it. */
export interface FormatKey {
  readonly shift?: boolean;
  readonly alt?: boolean;
  readonly code:
    | "KeyB"
    | "KeyI"
    | "KeyE"
    | "KeyK"
    | "KeyX"
    | "KeyM"
    | "Digit0"
    | "Digit1"
    | "Digit2"
    | "Digit3"
    | "Digit7"
    | "Digit8"
    | "Digit9"
    | "Period";
}

/** Something that can be done with the text under the caret: a button, a key, an entry of the palette. */
export interface FormatVerb {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly key: FormatKey;
  /** What is said where it does nothing. */
  readonly otherwise: string;
  readonly run: (pane: TextPane) => boolean;
}

const inCode = "Nothing to format here: code, settings and breaks stay as they are.";

const inline = (id: string, label: string, icon: LucideIcon, { key, mark }: { readonly key: FormatKey; readonly mark: InlineMark }): FormatVerb => ({
  id,
  label,
  icon,
  key,
  otherwise: inCode,
  run: (pane) => pane.format((input) => toggleInline(input, mark)),
});

const lines = (id: string, label: string, icon: LucideIcon, { key, mark }: { readonly key: FormatKey; readonly mark: LineMark }): FormatVerb => ({
  id,
  label,
  icon,
  key,
  otherwise: inCode,
  run: (pane) => pane.format((input) => toggleLines(input, mark)),
});

const heading = (level: 0 | 1 | 2 | 3, label: string, icon: LucideIcon): FormatVerb => ({
  id: level === 0 ? "text" : `heading-${level}`,
  label,
  icon,
  key: { alt: true, code: `Digit${level}` },
  otherwise: inCode,
  run: (pane) => pane.format((input) => setHeading(input, level)),
});

/** The levels of a line, in the toolbar's first menu. */
export const headingVerbs: readonly FormatVerb[] = [
  heading(1, "Heading 1", Heading1),
  heading(2, "Heading 2", Heading2),
  heading(3, "Heading 3", Heading3),
  heading(0, "Text", Pilcrow),
];

/** The toolbar from left to right; where it is narrow the last ones go into its menu. */
export const formatVerbs: readonly FormatVerb[] = [
  inline("bold", "Bold", Bold, { key: { code: "KeyB" }, mark: "**" }),
  inline("italic", "Italic", Italic, { key: { code: "KeyI" }, mark: "*" }),
  inline("code", "Code", Code, { key: { code: "KeyE" }, mark: "`" }),
  { id: "link", label: "Link", icon: Link, key: { code: "KeyK" }, otherwise: inCode, run: (pane) => pane.format(toggleLink) },
  lines("bullets", "List", List, { key: { shift: true, code: "Digit8" }, mark: "bullets" }),
  lines("numbers", "Numbered list", ListOrdered, { key: { shift: true, code: "Digit7" }, mark: "numbers" }),
  lines("quote", "Quote", TextQuote, { key: { shift: true, code: "Digit9" }, mark: "quote" }),
  {
    id: "pause",
    label: "Pause before what follows",
    icon: Pause,
    key: { alt: true, code: "Period" },
    otherwise: "A pause stands on a slide: put the caret into one.",
    run: (pane) => pane.place(addPause),
  },
  {
    id: "notes",
    label: "Speaker notes",
    icon: MessageSquareText,
    key: { alt: true, code: "KeyM" },
    otherwise: "A block on this slide is not closed: notes can't be put behind it.",
    run: (pane) =>
      pane.place((deck, offset) =>
        addNotes(
          deck,
          Math.max(
            0,
            deck.slides.findIndex(({ range }) => offset <= range.end),
          ),
        ),
      ),
  },
  inline("strikethrough", "Strikethrough", Strikethrough, { key: { shift: true, code: "KeyX" }, mark: "~~" }),
];

/** Does it, and says why where it can't. */
export function runFormat(session: EditorSession, verb: FormatVerb): void {
  const pane = session.pane();
  if (pane !== undefined && !verb.run(pane)) session.announcements.say(verb.otherwise);
}

/** The key as this machine's keyboard names it: `Ctrl+Shift+8`, `⇧⌘8`. */
export function formatKeyName({ shift = false, alt = false, code }: FormatKey, isApple: boolean): string {
  const name = code === "Period" ? "." : code.replace(/^(?:Key|Digit)/, "");
  if (isApple) return `${alt ? "⌥" : ""}${shift ? "⇧" : ""}⌘${name}`;
  return `Ctrl+${alt ? "Alt+" : ""}${shift ? "Shift+" : ""}${name}`;
}
