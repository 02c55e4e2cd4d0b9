"use client";
import { useNewDeck } from "@/components/dashboard/use-new-deck";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { SmallPage } from "@/components/ui/page-frame";

/** The dashboard of somebody who is nobody here yet. */
export function Stranger() {
  const making = useNewDeck();
  return (
    <SmallPage
      title="Your decks"
      sentence="Sign in to see the decks you wrote, or start one right away: it needs no account, and comes along when you sign up."
    >
      <div className="mt-6 flex flex-wrap gap-2">
        <Button variant="primary" isBusy={making.isBusy} onClick={() => void making.start({ start: "tour" })}>
          Start writing
        </Button>
        <ButtonLink href="/login?next=%2Fdecks">Sign in</ButtonLink>
      </div>
    </SmallPage>
  );
}
