"use client";
import { useRouter } from "next/navigation";
import { useState, type FormEvent, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { sentenceOf } from "@/components/ui/sentence-of";
import { personNameSchema } from "@/lib/api/account";
import { patchMe, signInAsGuest } from "@/lib/api/client";
import { maxNameLength } from "@/lib/api/limits";

export interface AgreeFormProps {
  /** What the button says, and what somebody with a name does: "You join as Ana". */
  readonly act: "Join" | "Accept";
  /** Empty where the visitor has none yet: then it is asked for. */
  readonly name: string;
  /** Takes what is offered, as whoever is signed in by then. Resolves with the address to go to. */
  readonly onAgree: () => Promise<string>;
  /** More to fill in. */
  readonly children?: ReactNode;
}

/** Agrees to an offer: makes a guest of a stranger, gives them their name, and leads to what was offered. */
export function AgreeForm({ act, name: known, onAgree, children }: AgreeFormProps) {
  const router = useRouter();
  const [name, setName] = useState(known);
  const [mistake, setMistake] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function agree(event: FormEvent) {
    event.preventDefault();
    const checked = personNameSchema.safeParse(name);
    setMistake(checked.success ? undefined : checked.error.issues[0]?.message);
    setFailure(undefined);
    if (!checked.success) return;
    setBusy(true);
    try {
      const me = await signInAsGuest();
      if (me.name !== checked.data) await patchMe({ name: checked.data });
      router.push(await onAgree());
    } catch (error) {
      setFailure(sentenceOf(error));
      setBusy(false);
    }
  }

  return (
    <form onSubmit={agree} noValidate className="mt-6 flex flex-col gap-4">
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
          You {act.toLowerCase()} as <strong className="font-semibold text-text">{known}</strong>.
        </p>
      )}
      {children}
      {failure === undefined ? null : (
        <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-[13px] text-danger-text">
          {failure}
        </p>
      )}
      <Button type="submit" variant="primary" size="lg" isBusy={isBusy} className="mt-1 w-full">
        {act}
      </Button>
    </form>
  );
}
