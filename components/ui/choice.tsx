"use client";
import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup } from "@base-ui/react/toggle-group";
import { classNames } from "@/components/ui/class-names";

export interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly className?: string;
}

/** One of a few, all in sight. */
export function Choice<Value extends string>({ label, value, choices, onChange, className }: ChoiceProps<Value>) {
  return (
    <ToggleGroup
      aria-label={label}
      value={[value]}
      onValueChange={([next]) => {
        if (next !== undefined) onChange(next);
      }}
      className={classNames("inline-flex rounded-md bg-sunken p-0.5 shadow-[inset_0_0_0_1px_var(--line)]", className)}
    >
      {choices.map((choice) => (
        <Toggle
          key={choice.value}
          value={choice.value}
          className={
            "h-7 pointer-coarse:h-9 flex-1 rounded-sm px-3 text-[13px] font-medium whitespace-nowrap text-dim transition-colors duration-100 hover:text-text " +
            "data-pressed:bg-raised data-pressed:text-text data-pressed:shadow-[0_0_0_1px_var(--line)]"
          }
        >
          {choice.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
