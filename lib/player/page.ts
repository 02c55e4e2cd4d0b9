/** What a public page of slides loads: the entry of its script. */
import { element } from "@/lib/player/dom";
import { live } from "@/lib/player/live";
import { readView } from "@/lib/player/read-view";
import { embedView, slidesView } from "@/lib/player/slides-view";
import { findStage, startPlayer } from "@/lib/player/start";
import { isEmbedded, viewOf, wantsCanvas } from "@/lib/player/view";

const root = findStage();
const view = viewOf(location);
const ownScript = document.currentScript;

if (root && (view === "desk" || view === "remote")) {
  // Few visitors sit at a desk: its style and script come when asked for.
  const sheet = element("link", { rel: "stylesheet", href: ownScript?.dataset.presenterSheet ?? "" });
  sheet.addEventListener("load", () => document.body.append(element("script", { src: ownScript?.dataset.presenter ?? "" })), { once: true });
  document.head.append(sheet);
} else if (root) {
  if (isEmbedded(location.search)) root.dataset.embed = "";
  if (wantsCanvas(location.search)) root.dataset.canvas = "";
  startPlayer(root, [...(view === "read" ? readView : view === "embed" ? embedView : slidesView), live]);
}
