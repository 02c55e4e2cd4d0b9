"use client";
import { CodeXml, Copy, Ellipsis, ExternalLink, Link2Off, SlidersHorizontal, type LucideIcon } from "lucide-react";
import { useState, type ReactNode } from "react";
import { relativeTime } from "@/components/dashboard/relative-time";
import { EmbedDialog } from "@/components/share/embed-dialog";
import { LinkBox } from "@/components/share/link-box";
import { LinkOptions } from "@/components/share/link-options";
import { useCopyLink } from "@/components/share/use-copy-link";
import type { KnownLinks } from "@/components/share/use-links";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { dayOf } from "@/components/ui/day";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { MenuLine } from "@/components/ui/menu-parts";
import type { DeckLink } from "@/lib/api/links";

export interface LinkLineProps {
  readonly link: DeckLink;
  readonly icon: LucideIcon;
  /** What the link does, in its name. */
  readonly title: string;
  /** What happens to people who have the link when it is withdrawn. */
  readonly withdrawSentence: string;
  readonly links: KnownLinks;
  /** More that is said of it. */
  readonly children?: ReactNode;
}

/** One link: what it does, its address, when it ends and was used, and what can be done with it. */
export function LinkLine({ link, icon: Icon, title, withdrawSentence, links, children }: LinkLineProps) {
  const copy = useCopyLink();
  return (
    <div role="group" aria-label={title} className="mt-3.5 sm:pl-7">
      <p className="flex min-w-0 items-center gap-2 text-[13px]">
        <Icon className="size-3.5 shrink-0 text-dim" aria-hidden="true" />
        <span className="truncate font-medium">{link.label ?? title}</span>
        {link.label === null ? null : (
          <span className="shrink-0 text-dim">{title === "Public link" ? "" : title.replace("People with this link ", "")}</span>
        )}
      </p>
      <div className="mt-1.5 flex items-center gap-1.5">
        <LinkBox label={`Address of the ${title.toLowerCase()}`} url={link.url} />
        <Button disabled={link.isExpired} onClick={() => void copy(link.url)}>
          <Copy aria-hidden="true" />
          Copy
        </Button>
        <LinkMenu link={link} links={links} withdrawSentence={withdrawSentence} />
      </div>
      {children}
      <p className={link.isExpired ? "mt-1 text-[13px] text-danger-text" : "mt-1 text-[13px] text-dim"}>{factsOf(link)}</p>
    </div>
  );
}

function LinkMenu({ link, links, withdrawSentence }: Pick<LinkLineProps, "link" | "links" | "withdrawSentence">) {
  const [asked, setAsked] = useState<"options" | "embed" | "withdraw">();
  return (
    <>
      <Menu align="end" trigger={<IconButton label="More about this link" icon={Ellipsis} hasTooltip={false} />}>
        {link.kind === "public" ? (
          <>
            <MenuItem icon={ExternalLink} onClick={() => open(link.url, "_blank", "noopener")}>
              Open it
            </MenuItem>
            <MenuItem icon={CodeXml} onClick={() => setAsked("embed")}>
              Embed it…
            </MenuItem>
          </>
        ) : null}
        <MenuItem icon={SlidersHorizontal} onClick={() => setAsked("options")}>
          Label, end and password…
        </MenuItem>
        <MenuLine />
        <MenuItem icon={Link2Off} isDangerous onClick={() => setAsked("withdraw")}>
          Withdraw…
        </MenuItem>
      </Menu>
      {link.kind === "public" ? <EmbedDialog link={link} isOpen={asked === "embed"} onClose={() => setAsked(undefined)} /> : null}
      <LinkOptions link={link} links={links} isOpen={asked === "options"} onClose={() => setAsked(undefined)} />
      <ConfirmDialog
        isOpen={asked === "withdraw"}
        onOpenChange={() => setAsked(undefined)}
        title="Withdraw this link?"
        sentence={withdrawSentence}
        act="Withdraw"
        isDangerous
        onConfirm={() => void links.withdraw(link)}
      />
    </>
  );
}

function factsOf({ expiresAt, isExpired, hasPassword, lastUsedAt }: DeckLink): string {
  const end = expiresAt === null ? undefined : isExpired ? `Ended on ${dayOf(expiresAt)}: it opens nothing any more` : `Ends on ${dayOf(expiresAt)}`;
  const used = lastUsedAt === null ? "Not used yet" : `Last used ${relativeTime(lastUsedAt, new Date())}`;
  return [end, hasPassword ? "Asks for a password" : undefined, used].filter((fact) => fact !== undefined).join(" · ");
}
