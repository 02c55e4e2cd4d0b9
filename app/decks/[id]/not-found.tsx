import { ButtonLink } from "@/components/ui/button-link";
import { SmallPage } from "@/components/ui/page-frame";

export default function DeckNotFound() {
  return (
    <SmallPage
      title="There is no such deck, or it has not been shared with you"
      sentence="If somebody sent you this address, ask them for a link: Share, then “People with this link can edit”."
    >
      <div className="mt-6 flex gap-2">
        <ButtonLink href="/decks" variant="primary">
          Your decks
        </ButtonLink>
        <ButtonLink href="/login">Sign in</ButtonLink>
      </div>
    </SmallPage>
  );
}
