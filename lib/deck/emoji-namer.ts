/** All emoji that code hosts know by a name: a door of its own, since nearly all talks do with the common ones. */
import names from "markdown-it-emoji/lib/data/full.mjs";
import { emojiByName } from "./syntax/emoji-names";

/** The emoji of a name. */
export function emojiOf(name: string): string | undefined {
  return emojiByName.get(name) ?? (Object.hasOwn(names, name) ? names[name] : undefined);
}

/** Every name, the common ones first. */
export function emojiNames(): readonly string[] {
  return [...new Set([...emojiByName.keys(), ...Object.keys(names)])];
}
