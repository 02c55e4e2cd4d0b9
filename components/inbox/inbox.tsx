"use client";
import { useState } from "react";
import { Inbox as InboxSign } from "lucide-react";
import { InboxRow } from "@/components/inbox/inbox-row";
import { useInbox, type ShownInbox } from "@/components/inbox/use-inbox";
import { WorkspacePage } from "@/components/team/workspace-page";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { EmptyNote } from "@/components/ui/empty-note";
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
    <WorkspacePage me={me} title="Inbox" acts={<Choice label="Which" value={show} choices={choices} onChange={setShow} />}>
      {page.state === "loading" ? (
        <p role="status" className="mt-8 text-dim">
          Looking up what was said…
        </p>
      ) : null}
      {page.state === "failed" ? (
        <div role="alert" className="mt-6 flex items-center justify-between gap-4 rounded-md bg-danger-soft p-3 text-danger-text">
          <p>{page.sentence}</p>
          <Button size="sm" onClick={reload}>
            Try again
          </Button>
        </div>
      ) : null}
      {page.state === "there" && page.items.length === 0 ? <Nothing show={show} /> : null}
      {page.state === "there" && page.items.length > 0 ? (
        <ul className="mt-6 overflow-hidden rounded-lg bg-raised shadow-[0_0_0_1px_var(--line)]">
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
    </WorkspacePage>
  );
}

function Nothing({ show }: { readonly show: ShownInbox }) {
  return show === "open" ? (
    <EmptyNote
      icon={InboxSign}
      title="Nothing waits for you"
      sentence="Comments that speak to you, that answer you, or that are about your own decks come here."
    />
  ) : (
    <EmptyNote icon={InboxSign} title="Nothing is done yet" sentence="What you tick off under “To do” is kept here." />
  );
}
