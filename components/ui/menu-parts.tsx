"use client";
import { Menu as Primitive } from "@base-ui/react/menu";
import { Check, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { menuItemClass } from "@/components/ui/popup-class";

export function MenuLine() {
  return <Primitive.Separator className="mx-2 my-1 h-px bg-line" />;
}

/** Items that belong together, under their name. */
export function MenuGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Primitive.Group>
      <Primitive.GroupLabel className="px-2 pt-2 pb-1 text-xs text-dim">{label}</Primitive.GroupLabel>
      {children}
    </Primitive.Group>
  );
}

export interface MenuChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly {
    readonly value: Value;
    readonly label: string;
    readonly icon?: LucideIcon;
    /** A second line under the words. */
    readonly hint?: string;
  }[];
  readonly onChange: (value: Value) => void;
}

/** One of several. */
export function MenuChoice<Value extends string>({ label, value, choices, onChange }: MenuChoiceProps<Value>) {
  return (
    <MenuGroup label={label}>
      <Primitive.RadioGroup value={value} onValueChange={onChange}>
        {choices.map(({ value: choice, label: words, icon: Icon, hint }) => (
          <Primitive.RadioItem key={choice} value={choice} closeOnClick className={classNames(menuItemClass, hint !== undefined && "py-1.5")}>
            {Icon === undefined ? null : <Icon aria-hidden="true" />}
            <span className="min-w-0 flex-1">
              <span className="block">{words}</span>
              {hint === undefined ? null : <span className="block text-xs leading-4 text-dim">{hint}</span>}
            </span>
            <Check className={choice === value ? undefined : "invisible"} aria-hidden="true" />
          </Primitive.RadioItem>
        ))}
      </Primitive.RadioGroup>
    </MenuGroup>
  );
}
