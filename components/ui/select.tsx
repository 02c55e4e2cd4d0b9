"use client";
import { Select as Primitive } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { popupClass } from "@/components/ui/popup-class";

export interface SelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly hint?: string }[];
  readonly onChange: (value: Value) => void;
  readonly className?: string;
}

/** One of several, shown when it is opened. */
export function Select<Value extends string>({ label, value, choices, onChange, className }: SelectProps<Value>) {
  return (
    <Primitive.Root
      items={choices}
      value={value}
      onValueChange={(next) => {
        if (next !== null) onChange(next);
      }}
      modal={false}
    >
      <Primitive.Trigger
        aria-label={label}
        className={classNames(
          "flex h-9 items-center gap-2 rounded-sm bg-raised px-3 text-[13px] whitespace-nowrap shadow-[inset_0_0_0_1px_var(--control)] hover:bg-hover",
          className,
        )}
      >
        <Primitive.Value className="min-w-0 flex-1 truncate text-left" />
        <Primitive.Icon render={<ChevronDown className="size-4 text-dim" aria-hidden="true" />} />
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Positioner alignItemWithTrigger={false} align="start" sideOffset={6} className="z-50">
          <Primitive.Popup className={classNames(popupClass, "max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto p-1")}>
            {choices.map((choice) => (
              <Primitive.Item
                key={choice.value}
                value={choice.value}
                className="flex cursor-default items-start gap-2 rounded-sm px-2 py-1.5 text-[13px] outline-none select-none data-highlighted:bg-hover"
              >
                <span className="flex-1">
                  <Primitive.ItemText>{choice.label}</Primitive.ItemText>
                  {choice.hint === undefined ? null : <span className="block text-xs text-dim">{choice.hint}</span>}
                </span>
                <Primitive.ItemIndicator>
                  <Check className="mt-0.5 size-4 text-dim" aria-hidden="true" />
                </Primitive.ItemIndicator>
              </Primitive.Item>
            ))}
          </Primitive.Popup>
        </Primitive.Positioner>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
