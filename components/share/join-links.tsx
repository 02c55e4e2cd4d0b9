"use client";
import { Eye, MessageSquare, PenLine, Presentation, type LucideIcon } from "lucide-react";
import { useState } from "react";
import { LinkLine, useCopyLink } from "@/components/share/link-line";
import { shareWords, shownRights } from "@/components/share/share-words";
import type { KnownLinks } from "@/components/share/use-links";
import { Button } from "@/components/ui/button";
import type { DeckRight } from "@/lib/workspace/policies";

const icons: Readonly<Record<DeckRight, LucideIcon>> = { edit: PenLine, present: Presentation, comment: MessageSquare, view: Eye };

/** Links for people who work on the deck, one right after the other. */
export function JoinLinks({ links }: { readonly links: KnownLinks }) {
  return (
    <section aria-label="Work on it together" className="mt-4">
      {shownRights.map((right) => (
        <RightRow key={right} right={right} links={links} />
      ))}
    </section>
  );
}

function RightRow({ right, links }: { readonly right: DeckRight; readonly links: KnownLinks }) {
  const copy = useCopyLink();
  const [isBusy, setBusy] = useState(false);
  const Icon = icons[right];
  const { title, explanation } = shareWords[right];
  const mine = links.links.filter((link) => link.kind === "join" && link.right === right);

  async function makeLink() {
    setBusy(true);
    const link = await links.create({ kind: "join", right });
    setBusy(false);
    if (link !== undefined) await copy(link.url);
  }

  return (
    <div role="group" aria-label={title} className="border-t border-line py-3 first:border-t-0">
      <div className="flex items-center gap-3">
        <Icon className="size-4 shrink-0 text-dim" aria-hidden="true" />
        <div className="min-w-0 flex-1">
          <p className="font-medium">{title}</p>
          <p className="text-[13px] text-dim">{explanation}</p>
        </div>
        {mine.length > 0 ? null : (
          <Button isBusy={isBusy} disabled={links.state === "loading"} onClick={() => void makeLink()}>
            Create link
          </Button>
        )}
      </div>
      {mine.map((link) => (
        <LinkLine
          key={link.id}
          link={link}
          onWithdraw={links.withdraw}
          withdrawSentence="It opens the deck for nobody any more, and people who joined by it lose the right it gave, at once."
        />
      ))}
    </div>
  );
}
