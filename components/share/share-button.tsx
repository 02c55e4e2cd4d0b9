"use client";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { ShareDialog, type SharedDeck } from "@/components/share/share-dialog";
import { Button } from "@/components/ui/button";

/** Opens the dialog of the deck's links. */
export function ShareButton(props: SharedDeck) {
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
