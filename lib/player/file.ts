/** What an exported file carries: slides and desk, and nothing that asks a server for anything. */
import { createDesk } from "@/lib/player/desk/desk";
import { deskView } from "@/lib/player/desk/desk-view";
import { ownKeys } from "@/lib/player/own-keys/listen";
import { readView } from "@/lib/player/read-view";
import { slidesView } from "@/lib/player/slides-view";
import { findStage, startPlayer } from "@/lib/player/start";
import { viewOf } from "@/lib/player/view";

const root = findStage();
const view = viewOf(location);
if (root) startPlayer(root, view === "desk" ? deskView(createDesk()) : view === "read" ? readView : [...slidesView, ownKeys]);
