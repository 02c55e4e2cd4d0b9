"use client";
import { useState, type FormEvent, type ReactNode } from "react";
import { useInvitationLink } from "@/components/share/use-invitation-link";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { emailSchema, type SentInvitation } from "@/lib/api/invitations";

export interface MailInviteProps {
  readonly label: string;
  readonly invite: (email: string) => Promise<SentInvitation>;
  /** Does it, says what came of it, and whether it went well. */
  readonly act: (work: () => Promise<string | undefined>) => Promise<boolean>;
  /** The choice of what they may do. */
  readonly choice: ReactNode;
  /** Other ways to invite, behind the button; the line breaks where they don't fit. */
  readonly children?: ReactNode;
}

/** Invites one person by mail; where the server sends none, by a link to hand on. */
export function MailInvite({ label, invite, act, choice, children }: MailInviteProps) {
  const link = useInvitationLink();
  const [email, setEmail] = useState("");
  const [mistake, setMistake] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function send(event: FormEvent) {
    event.preventDefault();
    const checked = emailSchema.safeParse(email.trim());
    setMistake(checked.success ? undefined : checked.error.issues[0]?.message);
    if (!checked.success) return;
    setBusy(true);
    const isDone = await act(async () => {
      const { isMailed, url } = await invite(checked.data);
      if (isMailed) return `${checked.data} has got an invitation.`;
      await link.hand(url, { said: "This server sends no mail: the invitation’s link is copied, send it yourself." });
      return undefined;
    });
    setBusy(false);
    if (isDone) setEmail("");
  }

  return (
    <>
      <form onSubmit={send} noValidate className={children === undefined ? "flex items-start gap-2" : "flex flex-wrap items-start gap-2"}>
        <TextField
          label={label}
          name="email"
          type="email"
          autoComplete="off"
          placeholder="name@example.org"
          className={children === undefined ? "min-w-0 flex-1" : "min-w-[200px] flex-1"}
          value={email}
          onValueChange={setEmail}
          error={mistake}
        />
        <div className={children === undefined ? "mt-[26px] flex h-9 items-center gap-1" : "flex h-9 items-center gap-2 sm:mt-[26px]"}>
          {choice}
          <Button type="submit" variant="primary" isBusy={isBusy} className="h-9">
            Invite
          </Button>
          {children}
        </div>
      </form>
      {link.byHand}
    </>
  );
}
