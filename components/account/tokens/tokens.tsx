"use client";
import { KeyRound, Plus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { NewTokenDialog } from "@/components/account/tokens/new-token-dialog";
import { TokenRow } from "@/components/account/tokens/token-row";
import { WorkspacePage } from "@/components/team/workspace-page";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyNote } from "@/components/ui/empty-note";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import type { Me } from "@/lib/api/account";
import { revokeToken } from "@/lib/api/client";
import type { ApiToken, ApiTokenList } from "@/lib/api/tokens";

export interface TokensProps {
  readonly me: Me;
  readonly first: ApiTokenList;
  readonly drawnAt: string;
}

/** What programs show instead of a sign-in: made here, told once, revoked here. */
export function Tokens({ me, first, drawnAt }: TokensProps) {
  const [tokens, setTokens] = useState(first.tokens);
  const [isMaking, setMaking] = useState(false);
  const revoke = useRevoke(setTokens);
  return (
    <WorkspacePage
      me={me}
      title="API tokens"
      sentence={
        <>
          A token lets a program act for you: the <code className="font-mono text-[13px]">lectern</code> command, a build, a script of your own.{" "}
          <Link href="/guide/api" className="text-accent-text underline underline-offset-2">
            What it can call
          </Link>
        </>
      }
      back={{ href: "/account", label: "Account" }}
      acts={me.isGuest || tokens.length === 0 ? null : <NewButton onClick={() => setMaking(true)} />}
    >
      {me.isGuest ? <ForGuests /> : null}
      {!me.isGuest && tokens.length === 0 ? <Nothing onNew={() => setMaking(true)} /> : null}
      {tokens.length > 0 ? (
        <ul aria-label="Tokens" className="mt-7 divide-y divide-line overflow-hidden rounded-lg bg-raised shadow-[inset_0_0_0_1px_var(--line)]">
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} now={new Date(drawnAt)} onRevoke={() => revoke(token)} />
          ))}
        </ul>
      ) : null}
      <NewTokenDialog teams={first.teams} isOpen={isMaking} onOpenChange={setMaking} onMade={(made) => setTokens((before) => [made, ...before])} />
    </WorkspacePage>
  );
}

function NewButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <Button variant="primary" onClick={onClick}>
      <Plus aria-hidden="true" />
      New token
    </Button>
  );
}

function Nothing({ onNew }: { readonly onNew: () => void }) {
  return (
    <EmptyNote
      icon={KeyRound}
      title="No program acts for you yet"
      sentence="Make a token, and hand it to the program that needs one. It is shown once, and you can revoke it at any time."
    >
      <NewButton onClick={onNew} />
    </EmptyNote>
  );
}

function ForGuests() {
  return (
    <div className="mt-8 flex flex-wrap items-center justify-between gap-4 rounded-lg bg-sunken p-5">
      <p className="max-w-[48ch]">Tokens belong to an account, and you are a guest in this browser. Sign up, and your decks come along.</p>
      <ButtonLink href="/signup?next=/account/tokens" variant="primary">
        Sign up
      </ButtonLink>
    </div>
  );
}

function useRevoke(setTokens: (change: (before: ApiToken[]) => ApiToken[]) => void) {
  const say = useToast();
  return async ({ id, label }: ApiToken) => {
    try {
      await revokeToken(id);
      setTokens((before) => before.filter((token) => token.id !== id));
      say(`“${label}” is revoked. Programs that use it are out.`);
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
    }
  };
}
