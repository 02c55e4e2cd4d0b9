import { OtherAccount } from "@/components/account/other-account";
import { ButtonLink } from "@/components/ui/button-link";
import { SmallPage } from "@/components/ui/page-frame";
import { pageMe } from "@/lib/http/page-session";

/** For somebody who is signed in or a guest: strangers are sent to sign in before. */
export default async function DeckNotFound() {
  const me = await pageMe();
  const who = me === undefined || me.isGuest ? "" : `You are signed in as ${me.email ?? me.name}. `;
  return (
    <SmallPage
      title="There is no such deck, or it has not been shared with you"
      sentence={`${who}If somebody sent you this address, ask them for a link: Share, then “People with this link can edit”.`}
    >
      <div className="mt-6 flex flex-wrap gap-2">
        <ButtonLink href="/decks" variant="primary">
          Your decks
        </ButtonLink>
        <OtherAccount isGuest={me?.isGuest ?? true} />
      </div>
    </SmallPage>
  );
}
