import { announce } from "@/lib/player/announce";
import { blank } from "@/lib/player/blank";
import { contents } from "@/lib/player/contents";
import { controls } from "@/lib/player/controls";
import { autoplay } from "@/lib/player/embed/autoplay";
import { frameApi } from "@/lib/player/embed/frame-api";
import { fit } from "@/lib/player/fit";
import { fullscreen } from "@/lib/player/fullscreen";
import { goTo } from "@/lib/player/go-to";
import { hash } from "@/lib/player/hash";
import { help } from "@/lib/player/help";
import { keyboard } from "@/lib/player/keyboard";
import { media } from "@/lib/player/media";
import { moves } from "@/lib/player/moves";
import { openDesk } from "@/lib/player/open-desk";
import { overview } from "@/lib/player/overview";
import type { Behaviour } from "@/lib/player/player";
import { pointer } from "@/lib/player/pointer";
import { present } from "@/lib/player/present";
import { print } from "@/lib/player/print";
import { touch } from "@/lib/player/touch";
import { videos } from "@/lib/player/videos";
import { wantsControls } from "@/lib/player/view";
import { wakeLock } from "@/lib/player/wake-lock";

/** What runs where slides are shown one at a time, in the order in which it starts; of two that take a command the later one comes first. */
export const slidesView: readonly Behaviour[] = [
  moves,
  present,
  hash,
  fit,
  announce,
  controls,
  blank,
  overview,
  contents,
  goTo,
  pointer,
  fullscreen,
  help,
  openDesk,
  wakeLock,
  media,
  videos,
  print,
  touch,
  keyboard,
];

/** In a page of somebody else: small controls, no windows of its own, nothing that takes the page around along. */
export const embedView: readonly Behaviour[] = [
  moves,
  present,
  hash,
  fit,
  announce,
  (player) => (wantsControls(location.search) ? controls(player) : () => undefined),
  blank,
  fullscreen,
  media,
  videos,
  touch,
  keyboard,
  autoplay,
  frameApi,
];
