"use client";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { TextField } from "@/components/ui/field";
import { sentenceOf } from "@/components/ui/sentence-of";
import { personNameSchema } from "@/lib/api/account";
import { patchMe, signInAsGuest } from "@/lib/api/client";
import type { InvitationOffer } from "@/lib/api/invitations";
import { maxNameLength } from "@/lib/api/limits";
import { acceptInvitation } from "@/lib/api/teams-client";

export interface AcceptFormProps {
  readonly token: string;
  readonly offer: InvitationOffer;
  /** Who the visitor is here; undefined for a stranger. */
  readonly who: { readonly name: string; readonly isGuest: boolean } | undefined;
}

/** Accepts an invitation: as whoever is signed in, to a deck also as a guest, who is asked for a name. */
export function AcceptForm({ token, offer, who }: AcceptFormProps) {
  if (offer.kind === "team" && (who === undefined || who.isGuest)) return <AccountFirst token={token} isGuest={who !== undefined} />;
  return <Accept token={token} known={who?.name ?? ""} />;
}

function AccountFirst({ token, isGuest }: { readonly token: string; readonly isGuest: boolean }) {
  const next = encodeURIComponent(`/invitations/${token}`);
  return (
    <div className="mt-6 flex flex-col gap-3">
      <p className="text-dim">
        A team needs an account, so that its people know each other.{isGuest ? " The decks you wrote as a guest come along." : ""}
      </p>
      <ButtonLink href={`/signup?next=${next}`} variant="primary" size="lg">
        Sign up
      </ButtonLink>
      <ButtonLink href={`/login?next=${next}`} size="lg">
        I have an account
      </ButtonLink>
    </div>
  );
}

function Accept({ token, known }: { readonly token: string; readonly known: string }) {
  const router = useRouter();
  const [name, setName] = useState(known);
  const [mistake, setMistake] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function accept(event: FormEvent) {
    event.preventDefault();
    const checked = personNameSchema.safeParse(name);
    setMistake(checked.success ? undefined : checked.error.issues[0]?.message);
    setFailure(undefined);
    if (!checked.success) return;
    setBusy(true);
    try {
      const me = await signInAsGuest();
      if (me.name !== checked.data) await patchMe({ name: checked.data });
      const accepted = await acceptInvitation(token);
      router.push(accepted.kind === "deck" ? `/decks/${accepted.deckId}` : `/teams/${accepted.slug}`);
    } catch (error) {
      setFailure(sentenceOf(error));
      setBusy(false);
    }
  }

  return (
    <form onSubmit={accept} noValidate className="mt-6 flex flex-col gap-4">
      {known === "" ? (
        <TextField
          label="Your name"
          name="name"
          autoComplete="name"
          autoFocus
          maxLength={maxNameLength}
          value={name}
          onValueChange={setName}
          error={mistake}
          hint="Co-authors see it at your caret. No account needed."
        />
      ) : (
        <p className="text-dim">
          You accept as <strong className="font-semibold text-text">{known}</strong>.
        </p>
      )}
      {failure === undefined ? null : (
        <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-[13px] text-danger-text">
          {failure}
        </p>
      )}
      <Button type="submit" variant="primary" size="lg" isBusy={isBusy} className="mt-1 w-full">
        Accept
      </Button>
    </form>
  );
}
