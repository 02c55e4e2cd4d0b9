import type { Command } from "@/lib/player/keys";

/** What keys mean to one person, besides what they mean to everybody: some clickers send keys of their own. */
export type OwnKeys = ReadonlyMap<string, Command>;

/** What a key may be given, in the words of the dialog. */
export const choices: readonly (readonly [command: Command, words: string])[] = [
  ["next", "Next step"],
  ["previous", "Back"],
  ["next-slide", "Next slide, steps skipped"],
  ["previous-slide", "Previous slide"],
  ["first", "First slide"],
  ["last", "Last slide"],
  ["blank", "Blank the screen"],
  ["pointer", "Pointer"],
  ["overview", "All slides"],
  ["contents", "Contents"],
  ["go-to", "Go to a slide"],
  ["fullscreen", "Full screen"],
  ["desk", "Presenter's desk"],
];

/** Esc closes whatever is open, Tab leads through the page, and the others only change what another key says. */
const never = new Set([
  "Escape",
  "Tab",
  "Shift",
  "Control",
  "Alt",
  "AltGraph",
  "Meta",
  "CapsLock",
  "NumLock",
  "Fn",
  "Dead",
  "Unidentified",
  "Process",
]);

/** The key of a press, however Shift and Caps Lock stand. */
export function keyOf(key: string): string {
  return key.length === 1 ? key.toLowerCase() : key;
}

/** Whether somebody may give this key a meaning. */
export function canBeOwn(key: string): boolean {
  return !never.has(key);
}

/** What a browser keeps, read again; what isn't ours, or can't be read, is left out. */
export function readOwnKeys(kept: string | null): OwnKeys {
  const known = new Map(choices.map(([command]) => [String(command), command]));
  return new Map(
    pairsIn(kept).flatMap(([key, name]) => {
      const command = known.get(name);
      return command !== undefined && canBeOwn(key) ? [[keyOf(key), command] as const] : [];
    }),
  );
}

/** As a browser keeps them: `readOwnKeys` reads them again. */
export function writeOwnKeys(keys: OwnKeys): string {
  return JSON.stringify([...keys]);
}

/** The key as people read it on their keyboards. */
export function wordsOf(key: string): string {
  return names[key] ?? (key.length === 1 ? key.toUpperCase() : key.replace(/(?<=[a-z])(?=[A-Z])/g, " "));
}

const names: Readonly<Record<string, string>> = { " ": "Space", ArrowRight: "→", ArrowLeft: "←", ArrowUp: "↑", ArrowDown: "↓" };

function pairsIn(kept: string | null): readonly (readonly [string, string])[] {
  if (kept === null) return [];
  try {
    const value: unknown = JSON.parse(kept);
    return Array.isArray(value) ? value.filter(isPair) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function isPair(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "string");
}
