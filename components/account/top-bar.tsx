import type { ReactNode } from "react";
import { AccountMenu } from "@/components/account/account-menu";
import { ButtonLink } from "@/components/ui/button-link";
import { PageBar } from "@/components/ui/page-frame";
import type { Me } from "@/lib/api/account";

export interface TopBarProps {
  /** Undefined for a stranger, who gets the way in instead. */
  readonly me: Me | undefined;
  /** Where signing in leads. */
  readonly next?: string;
  /** What belongs to the page, before the way to one's decks. */
  readonly children?: ReactNode;
}

/** The bar of all pages but the editor's and the list of decks: what the page adds, one's decks, one's account. */
export function TopBar({ me, next = "/decks", children }: TopBarProps) {
  return (
    <PageBar home={me === undefined ? "/" : "/decks"}>
      {children}
      {me === undefined ? (
        <ButtonLink href={`/login?next=${encodeURIComponent(next)}`} variant="ghost">
          Sign in
        </ButtonLink>
      ) : (
        <>
          <ButtonLink href="/decks" variant="ghost">
            Your decks
          </ButtonLink>
          <AccountMenu me={me} />
        </>
      )}
    </PageBar>
  );
}
