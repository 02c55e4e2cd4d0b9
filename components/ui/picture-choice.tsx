"use client";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { useId, type ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export interface PictureChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value | undefined;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly hint?: string }[];
  readonly picture: (value: Value) => ReactNode;
  readonly onChange: (value: Value) => void;
  /** How many stand beside each other where there is room. */
  readonly columns: 2 | 3 | 4 | 5;
}

const columnClasses = {
  2: "grid-cols-2",
  3: "grid-cols-2 sm:grid-cols-3",
  4: "grid-cols-2 sm:grid-cols-4",
  5: "grid-cols-3 sm:grid-cols-5",
} as const;

/** One of several, each with a picture of what it does. */
export function PictureChoice<Value extends string>({ label, value, choices, picture, onChange, columns }: PictureChoiceProps<Value>) {
  const id = useId();
  return (
    <div>
      <p id={id} className="mb-1.5 text-[13px] font-medium">
        {label}
      </p>
      <RadioGroup
        aria-labelledby={id}
        value={value ?? ""}
        onValueChange={(next) => {
          const chosen = choices.find((choice) => choice.value === next);
          if (chosen !== undefined) onChange(chosen.value);
        }}
        className={classNames("grid gap-2.5", columnClasses[columns])}
      >
        {choices.map((choice) => (
          <Radio.Root
            key={choice.value}
            value={choice.value}
            aria-label={choice.label}
            title={choice.hint}
            className="group block cursor-pointer rounded-md text-left outline-offset-2"
          >
            <span
              inert
              className="block overflow-hidden rounded-md shadow-[0_0_0_1px_var(--line)] group-hover:shadow-[0_0_0_1px_var(--control)] group-data-checked:shadow-[0_0_0_2px_var(--accent)]"
            >
              {picture(choice.value)}
            </span>
            <span className="mt-1 block truncate text-xs text-dim group-data-checked:font-medium group-data-checked:text-accent-text">
              {choice.label}
            </span>
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  );
}
