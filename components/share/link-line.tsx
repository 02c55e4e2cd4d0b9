"use client";
import { CodeXml, Copy, ExternalLink, Link2Off } from "lucide-react";
import { useState } from "react";
import { copyText } from "@/components/editor/status/keep-text";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import { embedCode } from "@/lib/api/embed";
import type { DeckLink } from "@/lib/api/links";

export interface LinkLineProps {
  readonly link: DeckLink;
  /** What happens to people who have the link when it is withdrawn. */
  readonly withdrawSentence: string;
  readonly onWithdraw: (link: DeckLink) => Promise<void>;
}

/** One link in force: its address, and copy, open, withdraw. */
export function LinkLine({ link, withdrawSentence, onWithdraw }: LinkLineProps) {
  const copy = useCopyLink();
  const [isAsking, setAsking] = useState(false);
  const what = link.kind === "public" ? "public link" : `link to ${link.right}`;
  return (
    <div className="mt-2.5 flex items-center gap-1.5 sm:pl-7">
      <input
        readOnly
        aria-label={`Address of the ${what}`}
        value={link.url}
        onFocus={(event) => event.currentTarget.select()}
        className="h-8 min-w-0 flex-1 truncate rounded-sm bg-sunken px-2.5 font-mono text-xs text-dim outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]"
      />
      <Button onClick={() => void copy(link.url)}>
        <Copy aria-hidden="true" />
        Copy
      </Button>
      {link.kind === "public" ? (
        <a href={link.url} target="_blank" rel="noopener" className={buttonClass()}>
          <ExternalLink aria-hidden="true" />
          Open
        </a>
      ) : null}
      {link.kind === "public" ? (
        <IconButton
          label="Copy the code to embed it"
          title="Copy the code to embed it in another page"
          icon={CodeXml}
          hasTooltip={false}
          onClick={() => void copy(embedCode({ url: link.url, title: link.label ?? "Slides" }))}
        />
      ) : null}
      <IconButton label="Withdraw" title="Withdraw" icon={Link2Off} hasTooltip={false} onClick={() => setAsking(true)} />
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title="Withdraw this link?"
        sentence={withdrawSentence}
        act="Withdraw"
        isDangerous
        onConfirm={() => void onWithdraw(link)}
      />
    </div>
  );
}

/** Copies an address and says so. */
export function useCopyLink(): (url: string) => Promise<void> {
  const say = useToast();
  return async (url) => {
    if (await copyText(url)) say("Copied.");
    else say("This browser keeps pages from copying. Mark the link and copy it by hand.", { tone: "error" });
  };
}
