"use client";
import { Field } from "@base-ui/react/field";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { inputClass } from "@/components/ui/field";

export interface DraftAreaProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly hint: string;
  /** What became of the lines, where not all is as written. */
  readonly remark?: string | undefined;
  /** Called with the lines when the field is left, if they are others than before. */
  readonly onDone: (value: string) => void;
}

/** Lines of code that count once they are left; Escape takes them back. */
export function DraftArea({ label, value, placeholder, hint, remark, onDone }: DraftAreaProps) {
  const [draft, setDraft] = useState<string>();
  const finish = () => {
    if (draft === undefined) return;
    setDraft(undefined);
    if (draft.trim() !== value.trim()) onDone(draft.trim());
  };
  return (
    <Field.Root className="flex flex-col gap-1.5">
      <Field.Label className="text-[13px] font-medium">{label}</Field.Label>
      <Field.Control
        value={draft ?? value}
        placeholder={placeholder}
        onValueChange={(next) => setDraft(next)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || draft === undefined) return;
          // The first Escape takes the lines back, the next one closes the dialog.
          event.stopPropagation();
          setDraft(undefined);
        }}
        render={<textarea rows={5} spellCheck={false} className={classNames(inputClass, "min-h-28 resize-y py-2 font-mono text-[13px] leading-5")} />}
      />
      {remark === undefined ? null : (
        <p role="status" className="text-[13px] wrap-anywhere text-danger-text">
          {remark}
        </p>
      )}
      <Field.Description className="text-[13px] text-dim">{hint}</Field.Description>
    </Field.Root>
  );
}
