/** What a public page of slides loads: the entry of its script. */
import { live } from "@/lib/player/live";
import { readView } from "@/lib/player/read-view";
import { embedView, slidesView } from "@/lib/player/slides-view";
import { findStage, startPlayer } from "@/lib/player/start";
import { viewOf, wantsCanvas } from "@/lib/player/view";

const root = findStage();
const view = viewOf(location);
const ownScript = document.currentScript;

if (root && (view === "desk" || view === "remote")) {
  // Few visitors sit at a desk: its script comes when asked for.
  const script = document.createElement("script");
  script.src = ownScript?.dataset.presenter ?? "";
  document.body.append(script);
} else if (root) {
  if (view === "embed") root.dataset.embed = "";
  if (wantsCanvas(location.search)) root.dataset.canvas = "";
  startPlayer(root, [...(view === "read" ? readView : view === "embed" ? embedView : slidesView), live]);
}
