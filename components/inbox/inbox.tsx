"use client";
import { useState } from "react";
import { AccountMenu } from "@/components/account/account-menu";
import { InboxRow } from "@/components/inbox/inbox-row";
import { useInbox, type ShownInbox } from "@/components/inbox/use-inbox";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Choice } from "@/components/ui/choice";
import { PageBar } from "@/components/ui/page-frame";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { useNow } from "@/components/ui/use-now";
import type { Me } from "@/lib/api/account";
import type { InboxItem } from "@/lib/api/inbox";

const choices = [
  { value: "open", label: "To do" },
  { value: "handled", label: "Done" },
] as const;

/** What others said to me, in all decks. */
export function Inbox({ me }: { readonly me: Me }) {
  const [show, setShow] = useState<ShownInbox>("open");
  const { page, reload, more, setHandled } = useInbox(show);
  const now = useNow();
  const say = useToast();
  const fail = (error: unknown) => say(sentenceOf(error), { tone: "error" });
  const toggle = (item: InboxItem) => void setHandled(item, !item.isHandled).catch(fail);
  return (
    <>
      <PageBar home="/decks">
        <ButtonLink href="/decks" variant="ghost">
          Decks
        </ButtonLink>
        <AccountMenu me={me} />
      </PageBar>
      <main className="mx-auto w-full max-w-[720px] px-4 pb-24 sm:px-6">
        <div className="flex flex-wrap items-center justify-between gap-3 pt-4 pb-5">
          <h1 className="text-[22px] leading-8 font-semibold tracking-[-0.02em]">Inbox</h1>
          <Choice label="Which" value={show} choices={choices} onChange={setShow} />
        </div>
        {page.state === "loading" ? <p className="text-dim">Looking up what was said…</p> : null}
        {page.state === "failed" ? (
          <div role="alert" className="flex items-center justify-between gap-4 rounded-md bg-danger-soft p-3 text-danger-text">
            <p>{page.sentence}</p>
            <Button size="sm" onClick={reload}>
              Try again
            </Button>
          </div>
        ) : null}
        {page.state === "there" && page.items.length === 0 ? <Nothing show={show} /> : null}
        {page.state === "there" && page.items.length > 0 ? (
          <ul className="overflow-hidden rounded-lg bg-raised shadow-[0_0_0_1px_var(--line)]">
            {page.items.map((item) => (
              <InboxRow key={item.id} item={item} now={now} onToggle={() => toggle(item)} />
            ))}
          </ul>
        ) : null}
        {page.state === "there" && page.nextCursor !== null ? (
          <Button variant="ghost" className="mt-3 w-full" onClick={() => void more().catch(fail)}>
            Older ones
          </Button>
        ) : null}
      </main>
    </>
  );
}

function Nothing({ show }: { readonly show: ShownInbox }) {
  return (
    <div className="rounded-lg bg-raised px-6 py-12 text-center shadow-[0_0_0_1px_var(--line)]">
      <p className="font-medium">{show === "open" ? "Nothing waits for you" : "Nothing is done yet"}</p>
      <p className="mx-auto mt-1 max-w-[44ch] text-[13px] text-dim">
        {show === "open"
          ? "Comments that speak to you, that answer you, or that are about your own decks come here."
          : "What you tick off under “To do” is kept here."}
      </p>
    </div>
  );
}
