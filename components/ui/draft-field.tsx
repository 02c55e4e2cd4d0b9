"use client";
import { useState } from "react";
import { TextField, type TextFieldProps } from "@/components/ui/field";

export interface DraftFieldProps extends Omit<TextFieldProps, "onValueChange" | "error"> {
  /** Called with the words when the field is left or Enter is pressed, if they are others than before. */
  readonly onDone: (value: string) => void;
  /** What is wrong with the words, as a sentence; then they are not handed on. */
  readonly check?: (value: string) => string | undefined;
}

/** A line of text that counts once it is finished; Escape takes it back. */
export function DraftField({ value, onDone, check, ...rest }: DraftFieldProps) {
  const [draft, setDraft] = useState<string>();
  const shown = draft ?? value;
  const error = draft === undefined ? undefined : check?.(draft.trim());
  const finish = () => {
    if (draft === undefined || error !== undefined) return;
    setDraft(undefined);
    if (draft.trim() !== value) onDone(draft.trim());
  };
  return (
    <TextField
      {...rest}
      value={shown}
      error={error}
      onValueChange={setDraft}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === "Enter") finish();
        if (event.key !== "Escape" || draft === undefined) return;
        // The first Escape takes the words back, the next one closes the dialog.
        event.stopPropagation();
        setDraft(undefined);
      }}
    />
  );
}
