"use client";
import { useState, type ReactNode } from "react";
import { LinkBox } from "@/components/share/link-box";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { Dialog, DialogActs } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";

export interface InvitationLink {
  /** Copies the link and says so; where that is refused, shows it. */
  readonly hand: (url: string, options?: { readonly said?: string }) => Promise<void>;
  /** To be drawn wherever the link is asked for: the link, while it has to be copied by hand. */
  readonly byHand: ReactNode;
}

/** Hands out the link of an invitation, which stands nowhere on the page: browsers keep pages at plain http from copying. */
export function useInvitationLink(): InvitationLink {
  const say = useToast();
  const [url, setUrl] = useState("");
  const [isShown, setShown] = useState(false);
  return {
    hand: async (address, { said = "Copied." } = {}) => {
      if (await copyText(address)) return say(said);
      setUrl(address);
      setShown(true);
    },
    byHand: (
      <Dialog
        isOpen={isShown}
        onOpenChange={setShown}
        width="sm"
        title="Copy the link by hand"
        description="This browser keeps pages from copying. The invitation’s link is marked: copy it, and send it yourself."
      >
        <div className="mt-5 flex">
          <LinkBox label="The invitation’s link" url={url} className="min-h-9" />
        </div>
        <DialogActs>
          <Button onClick={() => setShown(false)}>Done</Button>
        </DialogActs>
      </Dialog>
    ),
  };
}
