import { announce } from "@/lib/player/announce";
import { contents } from "@/lib/player/contents";
import { goTo } from "@/lib/player/go-to";
import { hash } from "@/lib/player/hash";
import { keyboard } from "@/lib/player/keyboard";
import type { Behaviour } from "@/lib/player/player";
import { print } from "@/lib/player/print";
import { read } from "@/lib/player/read";
import { videos } from "@/lib/player/videos";

/** `?view=read`: all slides as a document. Keys scroll it as they do any page. */
export const readView: readonly Behaviour[] = [hash, read, announce, contents, goTo, videos, print, keyboard];
