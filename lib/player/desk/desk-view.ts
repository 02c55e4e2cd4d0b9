import { announce } from "@/lib/player/announce";
import { fullscreen } from "@/lib/player/fullscreen";
import { goTo } from "@/lib/player/go-to";
import { help } from "@/lib/player/help";
import { keyboard } from "@/lib/player/keyboard";
import { moves } from "@/lib/player/moves";
import { ownKeys } from "@/lib/player/own-keys/listen";
import type { Behaviour } from "@/lib/player/player";
import { wakeLock } from "@/lib/player/wake-lock";

/** What runs at a presenter's desk, around the desk itself. */
export function deskView(desk: Behaviour): readonly Behaviour[] {
  return [moves, desk, announce, goTo, fullscreen, help, ownKeys, wakeLock, keyboard];
}
