"use client";
import { Switch as Primitive } from "@base-ui/react/switch";
import { useId } from "react";

export interface SwitchProps {
  readonly label: string;
  /** What it does, in a few words. */
  readonly hint?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Something that is on or off, with its name beside it. */
export function Switch({ label, hint, isOn, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-center justify-between gap-4">
      <div className="min-w-0">
        <label id={`${id}-label`} htmlFor={id} className="block text-[13px] font-medium">
          {label}
        </label>
        {hint === undefined ? null : (
          <p id={`${id}-hint`} className="text-[13px] text-dim">
            {hint}
          </p>
        )}
      </div>
      <Primitive.Root
        id={id}
        checked={isOn}
        onCheckedChange={(next) => onChange(next)}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="relative h-5 w-9 shrink-0 rounded-full bg-control transition-colors duration-100 data-checked:bg-accent"
      >
        <Primitive.Thumb className="block size-4 translate-x-0.5 rounded-full bg-raised transition-[translate] duration-100 data-checked:translate-x-[18px]" />
      </Primitive.Root>
    </div>
  );
}
