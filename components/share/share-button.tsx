"use client";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { ShareDialog, type SharedDeck } from "@/components/share/share-dialog";
import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";

export interface ShareButtonProps extends SharedDeck {
  /** Why it can't be shared any more, where that is so. */
  readonly whyNot: string | undefined;
}

/** Opens the dialog of the deck's links. */
export function ShareButton({ whyNot, ...props }: ShareButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const isOff = whyNot !== undefined;
  if (isOpen && isOff) setOpen(false);
  return (
    <>
      <Tooltip content={whyNot} opensOnPress>
        <Button aria-label="Share" aria-haspopup="dialog" aria-disabled={isOff || undefined} onClick={() => setOpen(true)} className="max-sm:px-2">
          <UserPlus aria-hidden="true" />
          <span className="hidden sm:inline">Share</span>
        </Button>
      </Tooltip>
      <ShareDialog {...props} isOpen={isOpen} onOpenChange={setOpen} />
    </>
  );
}
