import { listen } from "@/lib/player/dom";
import { commandOf } from "@/lib/player/keys";
import type { Behaviour } from "@/lib/player/player";

/** Keys and clickers (which send Page Up, Page Down, b or ., F5 and Esc). A digit opens the field that says where to go. */
export const keyboard: Behaviour = (player) =>
  listen(window, "keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || isTyping(event)) return;
    const hasModifier = event.ctrlKey || event.altKey || event.metaKey;
    // The field has the focus before the browser writes the digit.
    if (/^\d$/.test(event.key) && !hasModifier) return void player.run("go-to");
    const command =
      event.key === "F5" && player.mode === "present" && !hasModifier
        ? "fullscreen"
        : commandOf({ key: event.key, shiftKey: event.shiftKey, hasModifier });
    if (command === undefined || (isPressing(event) && (event.key === " " || event.key === "Enter"))) return;
    if (player.run(command, event.repeat)) event.preventDefault();
  });

/** Somebody writes: every key is theirs. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

/** Space and Enter press what has the focus. */
export function isPressing(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest("a[href], button, summary, video, audio, [role=button]") !== null;
}
