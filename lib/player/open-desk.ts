import { stopAll } from "@/lib/player/dom";
import type { Behaviour } from "@/lib/player/player";
import { linkWindows } from "@/lib/player/window-link";

const idKey = "lectern-stage";

/** `p` opens the presenter's desk in a window of its own; from then on both show the same place. */
export const openDesk: Behaviour = (player) => {
  const stage = stageId();
  const tell = () => link.send({ type: "at", role: "stage", stage, position: player.position() });
  const link = linkWindows((message) => {
    if (message.role !== "desk") return;
    if (message.stage !== stage && !(message.type === "hello" && message.stage === undefined)) return;
    switch (message.type) {
      case "hello":
        return tell();
      case "blank":
        return player.setBlank(message.isBlank, { isRemote: true });
      case "point":
        return player.point(message.spot, { isRemote: true });
      case "at":
        return player.move({ type: "go", ...message.position }, { isRemote: true });
    }
  });
  return stopAll([
    player.onMove(({ isRemote }) => {
      if (!isRemote) tell();
    }),
    player.onBlank(({ isBlank, isRemote }) => {
      if (!isRemote) link.send({ type: "blank", role: "stage", stage, isBlank });
    }),
    player.handle("desk", () => {
      const address = new URL(location.href);
      address.searchParams.set("view", "desk");
      address.searchParams.set("stage", stage);
      // One desk a stage: opened again it comes to the front.
      const desk = window.open(address.href, `lectern-desk-${stage}`, "popup,width=1280,height=800");
      if (desk) {
        link.addPeer(desk);
        desk.focus();
      } else location.assign(address.href);
    }),
    link.stop,
  ]);
};

/** Survives a reload, so that an open desk stays linked. */
function stageId(): string {
  const kept = readKept();
  if (kept !== null) return kept;
  const id = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  try {
    sessionStorage.setItem(idKey, id);
  } catch (error) {
    // Storage may be off: then a reloaded stage asks for a new desk.
    if (!(error instanceof DOMException)) throw error;
  }
  return id;
}

function readKept(): string | null {
  try {
    return sessionStorage.getItem(idKey);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
