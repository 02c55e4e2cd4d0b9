"use client";
import { useState, type ComponentProps, type FormEvent } from "react";
import type { z } from "zod";
import { Button } from "@/components/ui/button";
import { DialogActs } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { sentenceOf } from "@/components/ui/sentence-of";

export interface TextFormProps extends Omit<ComponentProps<typeof TextField>, "value" | "onValueChange" | "error"> {
  readonly initial: string;
  readonly schema: z.ZodType<string>;
  /** Nothing is an answer too: then null is saved. */
  readonly mayBeEmpty?: boolean;
  readonly act: string;
  /** Throws what could not be done; the form says it and stays. */
  readonly onSave: (text: string | null) => Promise<void>;
}

/** One line of text in a dialog, and the act that saves it. */
export function TextForm({ initial, schema, mayBeEmpty = false, act, onSave, ...field }: TextFormProps) {
  const [text, setText] = useState(initial);
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    const checked = mayBeEmpty && text.trim() === "" ? null : schema.safeParse(text);
    if (checked !== null && !checked.success) return setError(checked.error.issues[0]?.message);
    setBusy(true);
    try {
      await onSave(checked === null ? null : checked.data);
    } catch (failure) {
      setError(sentenceOf(failure));
      setBusy(false);
    }
  }

  return (
    <form onSubmit={save} noValidate className="mt-4">
      <TextField {...field} value={text} onValueChange={setText} error={error} />
      <DialogActs>
        <Button type="submit" variant="primary" isBusy={isBusy}>
          {act}
        </Button>
      </DialogActs>
    </form>
  );
}
