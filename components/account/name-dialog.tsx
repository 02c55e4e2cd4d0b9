"use client";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActs } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { sentenceOf } from "@/components/ui/sentence-of";
import { personNameSchema, type Me } from "@/lib/api/account";
import { patchMe } from "@/lib/api/client";
import { maxNameLength } from "@/lib/api/limits";

export interface NameDialogProps {
  readonly me: Me;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Chooses or changes the name that co-authors see. */
export function NameDialog({ me, isOpen, onOpenChange }: NameDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      width="sm"
      title={me.name === "" ? "Choose a name" : "Change your name"}
      description="Co-authors see it at your caret."
    >
      <NameForm me={me} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function NameForm({ me, onDone }: { readonly me: Me; readonly onDone: () => void }) {
  const router = useRouter();
  const [name, setName] = useState(me.name);
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    const checked = personNameSchema.safeParse(name);
    if (!checked.success) return setError(checked.error.issues[0]?.message);
    setBusy(true);
    try {
      await patchMe({ name: checked.data });
      router.refresh();
      onDone();
    } catch (failure) {
      setError(sentenceOf(failure));
      setBusy(false);
    }
  }

  return (
    <form onSubmit={save} noValidate className="mt-4">
      <TextField label="Your name" name="name" autoComplete="name" maxLength={maxNameLength} value={name} onValueChange={setName} error={error} />
      <DialogActs>
        <Button type="submit" variant="primary" isBusy={isBusy}>
          Save
        </Button>
      </DialogActs>
    </form>
  );
}
