"use client";
import type { ReactNode } from "react";
import { Choice, type ChoiceProps } from "@/components/ui/choice";

/** One of a few with its name above, as a field of a form. */
export function ChoiceField<Value extends string>({ hint, ...choice }: ChoiceProps<Value> & { readonly hint?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-1.5">
      <p className="text-[13px] font-medium" aria-hidden="true">
        {choice.label}
      </p>
      <Choice {...choice} />
      {hint === undefined ? null : <p className="text-[13px] text-dim">{hint}</p>}
    </div>
  );
}
