/** What a key or a button asks for. */
export type Command =
  | "next"
  | "previous"
  | "down"
  | "up"
  | "next-slide"
  | "previous-slide"
  | "first"
  | "last"
  | "overview"
  | "contents"
  | "go-to"
  | "pointer"
  | "blank"
  | "fullscreen"
  | "help"
  | "desk"
  | "escape";

/** What a key press says, without the event around it. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  /** Ctrl, Alt or Meta is held: then the key is the browser's. */
  readonly hasModifier: boolean;
}

const plain: Readonly<Record<string, Command>> = {
  ArrowRight: "next",
  ArrowLeft: "previous",
  ArrowDown: "down",
  ArrowUp: "up",
  PageDown: "next",
  PageUp: "previous",
  " ": "next",
  Enter: "next",
  Backspace: "previous",
  n: "next",
  Home: "first",
  End: "last",
  o: "overview",
  t: "contents",
  g: "go-to",
  l: "pointer",
  "`": "overview",
  b: "blank",
  ".": "blank",
  f: "fullscreen",
  "?": "help",
  h: "help",
  p: "desk",
  s: "desk",
  Escape: "escape",
};

const shifted: Readonly<Record<string, Command>> = {
  " ": "previous",
  ArrowRight: "next-slide",
  ArrowDown: "next-slide",
  ArrowLeft: "previous-slide",
  ArrowUp: "previous-slide",
  "?": "help",
};

/** The command of a key, if it has one. */
export function commandOf({ key, shiftKey, hasModifier }: KeyPress): Command | undefined {
  if (hasModifier) return undefined;
  const name = key.length === 1 ? key.toLowerCase() : key;
  return shiftKey ? (shifted[name] ?? (/^[a-z]$/.test(name) ? plain[name] : undefined)) : plain[name];
}

/** Keys for the help, as people read them. */
export const keyHelp: readonly (readonly [keys: string, what: string])[] = [
  ["→ Space PgDn", "Next step"],
  ["← Shift+Space PgUp", "Back"],
  ["Shift+→ Shift+←", "Next or previous slide, steps skipped"],
  ["Home End", "First and last slide"],
  ["7 Enter", "Go to slide 7"],
  ["g", "Go to a slide by its number or name"],
  ["t", "Contents, with a search"],
  ["o Esc", "All slides"],
  ["l", "Pointer"],
  ["b .", "Blank the screen"],
  ["f", "Full screen"],
  ["p", "Presenter's desk: notes, next step, time"],
  ["?", "These keys"],
  ["Esc", "Close what is open"],
];
