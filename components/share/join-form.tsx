"use client";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { sentenceOf } from "@/components/ui/sentence-of";
import { personNameSchema } from "@/lib/api/account";
import { patchMe, signInAsGuest } from "@/lib/api/client";
import { maxNameLength } from "@/lib/api/limits";
import { joinDeck } from "@/lib/api/links-client";

export interface JoinFormProps {
  readonly token: string;
  readonly needsPassword: boolean;
  /** Empty where the visitor has none yet: then it is asked for. */
  readonly name: string;
}

/** Agrees to join: makes a guest of a stranger, gives them their name, and opens the deck. */
export function JoinForm({ token, needsPassword, name: known }: JoinFormProps) {
  const router = useRouter();
  const [name, setName] = useState(known);
  const [password, setPassword] = useState("");
  const [nameError, setNameError] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function join(event: FormEvent) {
    event.preventDefault();
    const checked = personNameSchema.safeParse(name);
    setNameError(checked.success ? undefined : checked.error.issues[0]?.message);
    setFailure(undefined);
    if (!checked.success) return;
    setBusy(true);
    try {
      const me = await signInAsGuest();
      if (me.name !== checked.data) await patchMe({ name: checked.data });
      const { deckId } = await joinDeck(token, { password: needsPassword ? password : undefined });
      router.push(`/decks/${deckId}`);
    } catch (error) {
      setFailure(sentenceOf(error));
      setBusy(false);
    }
  }

  return (
    <form onSubmit={join} noValidate className="mt-6 flex flex-col gap-4">
      {known === "" ? (
        <TextField
          label="Your name"
          name="name"
          autoComplete="name"
          autoFocus
          maxLength={maxNameLength}
          value={name}
          onValueChange={setName}
          error={nameError}
          hint="Co-authors see it at your caret. No account needed."
        />
      ) : (
        <p className="text-dim">
          You join as <strong className="font-semibold text-text">{known}</strong>.
        </p>
      )}
      {needsPassword ? (
        <TextField label="The link’s password" name="password" type="password" autoComplete="off" value={password} onValueChange={setPassword} />
      ) : null}
      {failure === undefined ? null : (
        <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-[13px] text-danger-text">
          {failure}
        </p>
      )}
      <Button type="submit" variant="primary" size="lg" isBusy={isBusy} className="mt-1 w-full">
        Join
      </Button>
    </form>
  );
}
