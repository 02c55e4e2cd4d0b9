/** What a page of slides loads: the entry of the player's script. */
import { startPlayer, viewOf } from "@/lib/player/start";

const root = document.querySelector<HTMLElement>(".stage");
if (root?.querySelector(".slide")) startPlayer(root, { view: viewOf(location) });
