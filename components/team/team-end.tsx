"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { deletionWords } from "@/components/team/team-words";
import type { TeamState } from "@/components/team/use-team";
import { Panel } from "@/components/team/workspace-page";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { deleteTeam, removeMember } from "@/lib/api/teams-client";

/** Leaving the team, or deleting it, with what becomes of its decks. */
export function TeamEnd({ team }: TeamState) {
  const router = useRouter();
  const say = useToast();
  const [isAsking, setAsking] = useState(false);
  const isOwner = team.role === "owner";
  const me = team.people.find(({ isYou }) => isYou);

  async function end() {
    if (me === undefined) return;
    try {
      await (isOwner ? deleteTeam(team.id) : removeMember(team.id, me.userId));
      say(isOwner ? `“${team.name}” is deleted.` : `You left “${team.name}”.`);
      router.push("/teams");
      router.refresh();
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
    }
  }

  return (
    <>
      <Panel
        title={isOwner ? "Delete the team" : "Leave the team"}
        isDangerous
        hint={
          isOwner
            ? `Its ${team.decks === 1 ? "deck becomes" : "decks become"} yours. The others keep what was shared with them by name or link, and no more. To leave, make somebody else the owner first.`
            : "You lose the team’s decks at once. Decks you wrote stay with the team."
        }
        acts={
          <Button onClick={() => setAsking(true)} className="text-danger-text">
            {isOwner ? "Delete…" : "Leave…"}
          </Button>
        }
      />
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={isOwner ? `Delete “${team.name}”?` : `Leave “${team.name}”?`}
        sentence={isOwner ? deletionWords(team) : "Somebody has to invite you again if you want to come back."}
        act={isOwner ? "Delete the team" : "Leave"}
        isDangerous
        onConfirm={() => void end()}
      />
    </>
  );
}
