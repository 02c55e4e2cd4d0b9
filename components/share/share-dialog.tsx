"use client";
import { useState } from "react";
import { NameDialog } from "@/components/account/name-dialog";
import { JoinLinks } from "@/components/share/join-links";
import { PeopleSection } from "@/components/share/people-section";
import { PublicLinks } from "@/components/share/public-links";
import { useLinks } from "@/components/share/use-links";
import { usePeople } from "@/components/share/use-people";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Me } from "@/lib/api/account";
import { may, type DeckRole } from "@/lib/workspace/policies";

/** A deck, and what somebody may do with it. */
export interface SharedDeck {
  readonly deckId: string;
  readonly title: string;
  readonly role: DeckRole;
  readonly me: Me;
}

export interface ShareDialogProps extends SharedDeck {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Who has access and by what: people and teams by name, links to work on the deck, and the public who only see its slides. */
export function ShareDialog({ deckId, title, role, me, isOpen, onOpenChange }: ShareDialogProps) {
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={`Share “${title}”`} width="lg">
      {may(role, "share") ? (
        <>
          {me.name === "" ? <NameHint me={me} /> : null}
          <Access deckId={deckId} title={title} role={role} />
        </>
      ) : (
        <p className="mt-3 text-dim">You can see this deck, but not share it. Ask its owner to let you edit.</p>
      )}
    </Dialog>
  );
}

/** Before others come: whoever has no name is "A guest" to them. */
function NameHint({ me }: { readonly me: Me }) {
  const [isNaming, setNaming] = useState(false);
  return (
    <div className="mt-4 flex items-center justify-between gap-4 rounded-md bg-sunken py-2 pr-2 pl-3">
      <p className="text-[13px]">Others see you as “A guest”.</p>
      <Button size="sm" onClick={() => setNaming(true)}>
        Choose a name
      </Button>
      <NameDialog me={me} isOpen={isNaming} onOpenChange={setNaming} />
    </div>
  );
}

function Access({ deckId, title, role }: Pick<ShareDialogProps, "deckId" | "title" | "role">) {
  const people = usePeople(deckId);
  const links = useLinks(deckId);
  return (
    <>
      {people.failure === undefined ? (
        <PeopleSection deckId={deckId} title={title} role={role} known={people} />
      ) : (
        <Failure sentence={people.failure} onRetry={people.reload} />
      )}
      {links.state === "failed" ? (
        <Failure sentence={links.sentence} onRetry={links.reload} />
      ) : (
        <div aria-busy={links.state === "loading" || undefined} className={links.state === "loading" ? "opacity-60" : undefined}>
          <JoinLinks links={links} />
          <PublicLinks deckId={deckId} links={links} />
        </div>
      )}
    </>
  );
}

function Failure({ sentence, onRetry }: { readonly sentence: string; readonly onRetry: () => void }) {
  return (
    <div role="alert" className="mt-4 flex items-center justify-between gap-4 rounded-md bg-danger-soft p-3 text-danger-text">
      <p>{sentence}</p>
      <Button size="sm" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}
