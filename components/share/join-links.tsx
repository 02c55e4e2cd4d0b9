"use client";
import { Eye, Link2, MessageSquare, PenLine, Presentation, type LucideIcon } from "lucide-react";
import { useState } from "react";
import { LinkLine } from "@/components/share/link-line";
import { useCopyLink } from "@/components/share/use-copy-link";
import { shareWords, shownRights } from "@/components/share/share-words";
import type { KnownLinks } from "@/components/share/use-links";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { DeckRight } from "@/lib/workspace/policies";

const icons: Readonly<Record<DeckRight, LucideIcon>> = { edit: PenLine, present: Presentation, comment: MessageSquare, view: Eye };

/** Links for people who work on the deck: as many as wanted, each with one right. */
export function JoinLinks({ links }: { readonly links: KnownLinks }) {
  const copy = useCopyLink();
  const [isBusy, setBusy] = useState(false);
  const mine = links.links.filter((link) => link.kind === "join");

  async function makeLink(right: DeckRight) {
    setBusy(true);
    const link = await links.create({ kind: "join", right });
    setBusy(false);
    if (link !== undefined) await copy(link.url, { said: "The link is made and copied." });
  }

  return (
    <section aria-label="Work on it together" className="mt-5 border-t border-line pt-4">
      <div className="flex items-center gap-3">
        <Link2 className="size-4 shrink-0 text-dim" aria-hidden="true" />
        <div className="min-w-0 flex-1">
          <p className="font-medium">Links to work on it</p>
          <p className="text-[13px] text-dim">
            {mine.length === 0
              ? "Link sharing is off. Make a link, and whoever has it joins without an account."
              : "Whoever has one joins, without an account."}
          </p>
        </div>
        <Menu
          align="end"
          className="w-72"
          trigger={
            <Button isBusy={isBusy} disabled={links.state === "loading"}>
              New link
            </Button>
          }
        >
          {shownRights.map((right) => (
            <MenuItem key={right} icon={icons[right]} hint={shareWords[right].explanation} onClick={() => void makeLink(right)}>
              {shareWords[right].title}
            </MenuItem>
          ))}
        </Menu>
      </div>
      {mine.map((link) => (
        <LinkLine
          key={link.id}
          link={link}
          icon={icons[link.right]}
          title={shareWords[link.right].title}
          links={links}
          withdrawSentence="It opens the deck for nobody any more, and people who joined by it lose the right it gave, at once."
        />
      ))}
    </section>
  );
}
