import type { Rooms } from "@/lib/collab/server/rooms";
import type { Tuning } from "@/lib/collab/server/tuning";

/** Lets every open room say again who is in it, and forget who was not spoken of. Returns its stop. */
export function keepPresence({ rooms, tuning }: { readonly rooms: Pick<Rooms, "open">; readonly tuning: Pick<Tuning, "presenceMs"> }): () => void {
  const beat = setInterval(() => {
    const nowMs = performance.now();
    for (const room of rooms.open()) room.beatPresence(nowMs);
  }, tuning.presenceMs);
  return () => clearInterval(beat);
}
