import { ButtonLink } from "@/components/ui/button-link";
import { SmallPage } from "@/components/ui/page-frame";

export default function NotFound() {
  return (
    <SmallPage title="There is nothing at this address" sentence="It may be mistyped, or what was here has moved.">
      <div className="mt-6 flex gap-2">
        <ButtonLink href="/decks" variant="primary">
          Your decks
        </ButtonLink>
        <ButtonLink href="/">Home</ButtonLink>
      </div>
    </SmallPage>
  );
}
