"use client";
import { useState } from "react";
import { MailInvite } from "@/components/share/mail-invite";
import { RightMenu } from "@/components/share/right-menu";
import type { People } from "@/components/share/use-people";
import { inviteToDeck } from "@/lib/api/people-client";
import type { DeckRight } from "@/lib/workspace/policies";

/** Invites one person to a deck. */
export function InviteForm({ deckId, act }: { readonly deckId: string } & Pick<People, "act">) {
  const [right, setRight] = useState<DeckRight>("edit");
  return (
    <div className="mt-4">
      <MailInvite
        label="Invite by e-mail"
        act={act}
        invite={(email) => inviteToDeck(deckId, { email, right })}
        choice={<RightMenu of="Whom you invite" right={right} onChange={setRight} />}
      />
    </div>
  );
}
