"use client";
import { Banner } from "@/components/editor/status/banner";
import { useDismissal } from "@/components/editor/imported/dismissal";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";

export interface GuestBannerProps {
  readonly deckId: string;
  /** The day after which a guest's deck goes if nobody comes any more. */
  readonly keptUntil: string;
  /** Whether the guest is who looks. */
  readonly isMine: boolean;
}

/** Says until when a guest's deck is kept, and how it is kept for good; once read it stays away in this browser. */
export function GuestBanner({ deckId, keptUntil, isMine }: GuestBannerProps) {
  const [isDismissed, setDismissed] = useDismissal(`guest.${deckId}`);
  if (isDismissed) return null;
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(keptUntil));
  return (
    <Banner
      tone="info"
      role="status"
      title={`This deck is kept until ${day}.`}
      sentence={
        isMine
          ? "Each visit moves that day on. Sign up to keep it for good, on every device."
          : "It belongs to a guest without an account. Ask them to sign up, or make a copy of your own."
      }
    >
      {isMine ? (
        <ButtonLink href={`/signup?next=${encodeURIComponent(`/decks/${deckId}`)}`} size="sm" variant="primary">
          Sign up
        </ButtonLink>
      ) : null}
      <Button size="sm" variant="ghost" onClick={() => setDismissed(true)}>
        Dismiss
      </Button>
    </Banner>
  );
}
