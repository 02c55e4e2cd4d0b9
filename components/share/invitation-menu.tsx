"use client";
import { Copy, Ellipsis, Send, X } from "lucide-react";
import { useInvitationLink } from "@/components/share/use-invitation-link";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { MenuLine } from "@/components/ui/menu-parts";
import type { Invitation, SentInvitation } from "@/lib/api/invitations";

export interface InvitationMenuProps {
  readonly invitation: Invitation;
  /** Does it, says what came of it, and looks again. */
  readonly act: (work: () => Promise<string | undefined>) => Promise<boolean>;
  readonly resend: () => Promise<SentInvitation>;
  readonly withdraw: () => Promise<void>;
}

/** What can be done about an invitation that nobody has accepted yet, to a deck or into a team. */
export function InvitationMenu({ invitation: { email, url }, act, resend, withdraw }: InvitationMenuProps) {
  const link = useInvitationLink();
  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton label={email === null ? "Invitation by link" : `Invitation of ${email}`} icon={Ellipsis} size="sm" hasTooltip={false} />}
      >
        <MenuItem icon={Send} onClick={() => void act(() => resend().then(sentWords))}>
          {email === null ? "Another seven days" : "Send again"}
        </MenuItem>
        <MenuItem icon={Copy} isAfterMenu onClick={() => void link.hand(url)}>
          Copy its link
        </MenuItem>
        <MenuLine />
        <MenuItem icon={X} isDangerous onClick={() => void act(() => withdraw().then(() => "The invitation is withdrawn."))}>
          Withdraw
        </MenuItem>
      </Menu>
      {link.byHand}
    </>
  );
}

function sentWords({ email, isMailed }: SentInvitation): string {
  if (isMailed) return `${email} has got another letter.`;
  if (email === null) return "The link works for a week from now.";
  return "This server sends no mail. Copy the link and send it yourself; it lasts a week from now.";
}
