"use client";
import { useState, type FormEvent } from "react";
import { useCopyLink } from "@/components/share/link-line";
import { RightMenu } from "@/components/share/right-menu";
import type { People } from "@/components/share/use-people";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { emailSchema } from "@/lib/api/invitations";
import { inviteToDeck } from "@/lib/api/people-client";
import type { DeckRight } from "@/lib/workspace/policies";

/** Invites one person by mail. */
export function InviteForm({ deckId, act }: { readonly deckId: string } & Pick<People, "act">) {
  const copy = useCopyLink();
  const [email, setEmail] = useState("");
  const [right, setRight] = useState<DeckRight>("edit");
  const [mistake, setMistake] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function send(event: FormEvent) {
    event.preventDefault();
    const checked = emailSchema.safeParse(email.trim());
    setMistake(checked.success ? undefined : checked.error.issues[0]?.message);
    if (!checked.success) return;
    setBusy(true);
    const isDone = await act(async () => {
      const { isMailed, url } = await inviteToDeck(deckId, { email: checked.data, right });
      if (isMailed) return `${checked.data} has got an invitation.`;
      await copy(url, { said: "This server sends no mail: the invitation’s link is copied, send it yourself." });
      return undefined;
    });
    setBusy(false);
    if (isDone) setEmail("");
  }

  return (
    <form onSubmit={send} noValidate className="mt-4 flex items-start gap-2">
      <TextField
        label="Invite by e-mail"
        name="email"
        type="email"
        autoComplete="off"
        placeholder="name@example.org"
        className="min-w-0 flex-1"
        value={email}
        onValueChange={setEmail}
        error={mistake}
      />
      <div className="mt-[26px] flex h-9 items-center gap-1">
        <RightMenu of="Whom you invite" right={right} onChange={setRight} />
        <Button type="submit" variant="primary" isBusy={isBusy} className="h-9">
          Invite
        </Button>
      </div>
    </form>
  );
}
