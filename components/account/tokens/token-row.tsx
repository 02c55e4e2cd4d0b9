"use client";
import { useState } from "react";
import { lifeOf, scopeWords } from "@/components/account/tokens/token-words";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { tokenPrefix, type ApiToken } from "@/lib/api/tokens";

export interface TokenRowProps {
  readonly token: ApiToken;
  readonly now: Date;
  readonly onRevoke: () => Promise<void>;
}

/** One token: what it is for, what it may, when it was used, and its end. */
export function TokenRow({ token, now, onRevoke }: TokenRowProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <li className="flex items-center gap-4 px-4 py-3.5 sm:px-5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="truncate text-[15px] font-medium">{token.label}</span>
          <span className="rounded-sm bg-sunken px-1.5 text-[12px] leading-5 font-medium text-dim">{scopeWords[token.scope].label}</span>
          {token.team ? <span className="rounded-sm bg-sunken px-1.5 text-[12px] leading-5 font-medium text-dim">{token.team.name}</span> : null}
        </p>
        <p className="mt-0.5 text-[13px] text-dim">
          <span className="font-mono text-[12px]">
            {tokenPrefix}…{token.hint}
          </span>
          {` · ${lifeOf(token, now)}`}
        </p>
      </div>
      <Button size="sm" aria-label={`Revoke “${token.label}”`} onClick={() => setAsking(true)}>
        Revoke
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={`Revoke “${token.label}”?`}
        sentence="Programs that use it can't act for you any more, from this moment. That can't be undone."
        act="Revoke"
        isDangerous
        onConfirm={() => void onRevoke()}
      />
    </li>
  );
}
