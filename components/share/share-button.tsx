"use client";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { ShareDialog } from "@/components/share/share-dialog";
import { Button } from "@/components/ui/button";
import type { Me } from "@/lib/api/account";
import type { DeckRole } from "@/lib/workspace/policies";

export interface ShareButtonProps {
  readonly deckId: string;
  readonly title: string;
  readonly role: DeckRole;
  readonly me: Me;
}

/** Opens the dialog of the deck's links. */
export function ShareButton(props: ShareButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button aria-label="Share" aria-haspopup="dialog" onClick={() => setOpen(true)} className="max-sm:px-2">
        <UserPlus aria-hidden="true" />
        <span className="hidden sm:inline">Share</span>
      </Button>
      <ShareDialog {...props} isOpen={isOpen} onOpenChange={setOpen} />
    </>
  );
}
