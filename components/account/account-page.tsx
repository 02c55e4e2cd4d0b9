"use client";
import { BadgeCheck, Laptop, MailWarning } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { DeleteAccount } from "@/components/account/delete-account";
import { NameDialog } from "@/components/account/name-dialog";
import { PasswordDialog } from "@/components/account/password-dialog";
import { relativeTime } from "@/components/dashboard/relative-time";
import { Panel, WorkspacePage } from "@/components/team/workspace-page";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import type { Me } from "@/lib/api/account";
import { endSession, sendVerification, signOutEverywhere } from "@/lib/api/account-client";
import type { Account, SessionInfo } from "@/lib/api/account-page";
import { namelessGuest } from "@/lib/collab/protocol/person-name";

export interface AccountPageProps {
  readonly me: Me;
  readonly account: Account;
  readonly sessions: readonly SessionInfo[];
  /** Somebody came by a letter that confirms nothing any more. */
  readonly isLate: boolean;
  readonly drawnAt: string;
}

/** One's own account: who one is, where one is signed in, and how it ends. */
export function AccountPage({ me, account, sessions, isLate, drawnAt }: AccountPageProps) {
  return (
    <WorkspacePage me={me} title="Account">
      {account.isGuest ? <GuestNote /> : null}
      {isLate ? (
        <p role="alert" className="mt-6 rounded-lg bg-warning-soft px-4 py-3.5 text-warning-text">
          That letter was used already or is too old. Send it again, and open the newer one.
        </p>
      ) : null}
      <You me={me} account={account} />
      <Sessions sessions={sessions} drawnAt={drawnAt} />
      {account.isGuest ? null : (
        <Panel title="API tokens" hint="What programs show instead of a sign-in." acts={<ButtonLink href="/account/tokens">Tokens</ButtonLink>} />
      )}
      <DeleteAccount account={account} />
    </WorkspacePage>
  );
}

function GuestNote() {
  return (
    <div className="mt-6 flex flex-wrap items-center justify-between gap-3 rounded-lg bg-accent-soft px-4 py-3.5">
      <p className="min-w-0 flex-1 text-accent-text">You are a guest: this browser is the only way to your decks. Sign up, and they come along.</p>
      <ButtonLink href="/signup?next=/account" variant="primary">
        Sign up
      </ButtonLink>
    </div>
  );
}

function You({ me, account }: Pick<AccountPageProps, "me" | "account">) {
  const act = useAct();
  const [opened, setOpened] = useState<"name" | "password">();
  const { email } = account;
  return (
    <Panel title="You">
      <dl className="divide-y divide-line">
        <Line term="Name" act={<Button onClick={() => setOpened("name")}>Change</Button>}>
          {account.name || namelessGuest}
        </Line>
        {email === null ? null : (
          <Line
            term="E-mail"
            act={
              account.isVerified ? null : (
                <Button onClick={() => void act(() => sendVerification(email), `A letter is on its way to ${email}.`)}>Send the letter again</Button>
              )
            }
          >
            <span className="flex flex-wrap items-center gap-x-2">
              <span className="break-all">{email}</span>
              {account.isVerified ? (
                <span className="flex items-center gap-1 text-[13px] text-success">
                  <BadgeCheck className="size-4" aria-hidden="true" />
                  Confirmed
                </span>
              ) : (
                <span className="flex items-center gap-1 text-[13px] text-warning-text">
                  <MailWarning className="size-4" aria-hidden="true" />
                  Not confirmed yet
                </span>
              )}
            </span>
          </Line>
        )}
        {account.hasPassword ? (
          <Line term="Password" act={<Button onClick={() => setOpened("password")}>Change</Button>}>
            ••••••••
          </Line>
        ) : null}
      </dl>
      <NameDialog me={me} isOpen={opened === "name"} onOpenChange={() => setOpened(undefined)} />
      <PasswordDialog isOpen={opened === "password"} onClose={() => setOpened(undefined)} />
    </Panel>
  );
}

function Line({ term, act, children }: { readonly term: string; readonly act: React.ReactNode; readonly children: React.ReactNode }) {
  return (
    <div className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
      <dt className="w-full shrink-0 text-[13px] text-dim sm:w-24 sm:text-[14px]">{term}</dt>
      <dd className="min-w-0 flex-1">{children}</dd>
      {act === null ? null : <dd className="shrink-0">{act}</dd>}
    </div>
  );
}

function Sessions({ sessions, drawnAt }: Pick<AccountPageProps, "sessions" | "drawnAt">) {
  const act = useAct();
  return (
    <Panel
      title="Signed in"
      hint="Wherever you don’t know the device, sign it out and change your password."
      acts={<Button onClick={() => void act(signOutEverywhere, "You are signed out everywhere.", "/")}>Sign out everywhere</Button>}
    >
      <ul aria-label="Sessions" className="divide-y divide-line">
        {sessions.map(({ id, device, usedAt, isThis }) => (
          <li key={id} className="flex min-h-14 items-center gap-3 px-4 py-2">
            <Laptop className="size-4 shrink-0 text-dim" aria-hidden="true" />
            <span className="min-w-0 flex-1">
              <span className="block truncate">{device}</span>
              <span className={isThis ? "block text-[13px] text-success" : "block text-[13px] text-dim"}>
                {isThis ? "This device" : `Last used ${relativeTime(usedAt, new Date(drawnAt))}`}
              </span>
            </span>
            {isThis ? null : <Button onClick={() => void act(() => endSession(id), `${device} is signed out.`)}>Sign out</Button>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Does something with the account, says what came of it, and draws the page anew or goes elsewhere. */
function useAct(): (work: () => Promise<void>, said: string, next?: string) => Promise<void> {
  const router = useRouter();
  const say = useToast();
  return async (work, said, next) => {
    try {
      await work();
      say(said);
      if (next !== undefined) router.push(next);
      router.refresh();
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
    }
  };
}
