"use client";
import { Field } from "@base-ui/react/field";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export const inputClass =
  "min-h-9 w-full rounded-sm bg-raised px-3 text-[14px] text-text pointer-coarse:min-h-11 shadow-[inset_0_0_0_1px_var(--control)] outline-none placeholder:text-dim " +
  "focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] aria-invalid:shadow-[inset_0_0_0_1.5px_var(--danger)] disabled:opacity-50";

export interface TextFieldProps extends Omit<ComponentProps<"input">, "defaultValue" | "value" | "onChange"> {
  readonly label: string;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly hint?: ReactNode;
  /** What is wrong, as a sentence. */
  readonly error?: string | undefined;
}

/** One line of text with its label, and what is wrong with it under it. */
export function TextField({ label, value, onValueChange, hint, error, className, name, ...rest }: TextFieldProps) {
  return (
    <Field.Root name={name} invalid={error !== undefined} className={classNames("flex flex-col gap-1.5", className)}>
      <Field.Label className="text-[13px] font-medium">{label}</Field.Label>
      <Field.Control {...rest} value={value} onValueChange={(next) => onValueChange(next)} className={inputClass} />
      {hint === undefined || error !== undefined ? null : <Field.Description className="text-[13px] text-dim">{hint}</Field.Description>}
      {error === undefined ? null : (
        <Field.Error match className="text-[13px] text-danger-text">
          {error}
        </Field.Error>
      )}
    </Field.Root>
  );
}
