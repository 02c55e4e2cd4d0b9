"use client";
import { useLeaveGuard } from "@/components/editor/session/use-leave-guard";
import { useSaveState } from "@/components/editor/session/use-session";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { SaveState } from "@/lib/collab/client/deck-source";

/** Keeps somebody from going before what they wrote is stored. */
export function LeaveGuard() {
  const { isAsking, stay, leave } = useLeaveGuard();
  const state = useSaveState();
  return (
    <ConfirmDialog
      isOpen={isAsking}
      onOpenChange={(isOpen) => {
        if (!isOpen) stay();
      }}
      title="Leave before it is saved?"
      sentence={whatBecomes(state)}
      act="Leave anyway"
      isDangerous
      onConfirm={leave}
    />
  );
}

function whatBecomes(state: SaveState): string {
  if (state.state === "offline" && state.isKept) {
    return "Your last changes are in this browser alone. They are sent when you open this deck here again with a connection.";
  }
  if (state.state === "saving") return "Your last changes are on their way to the server. Stay a moment, and they are there.";
  return "Your last changes are not on the server. Leave, and they may be lost: stay, or copy your text first.";
}
