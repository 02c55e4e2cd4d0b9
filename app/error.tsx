"use client";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { SmallPage } from "@/components/ui/page-frame";

export default function ErrorPage({ reset }: { readonly error: Error; readonly reset: () => void }) {
  return (
    <SmallPage title="This page could not be shown" sentence="Something went wrong on our side. What you wrote is kept; try again in a moment.">
      <div className="mt-6 flex gap-2">
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
        <ButtonLink href="/decks">Your decks</ButtonLink>
      </div>
    </SmallPage>
  );
}
