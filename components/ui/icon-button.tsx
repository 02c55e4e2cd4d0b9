"use client";
import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import { Tooltip } from "@/components/ui/tooltip";

export interface IconButtonProps extends Omit<ComponentProps<"button">, "children" | "aria-label"> {
  /** Its name, for screen readers and as the tooltip. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly size?: "sm" | "md";
  /** The keys that do the same, shown in the tooltip. */
  readonly keys?: string;
  /** False where a tooltip would lie over what the button opens. */
  readonly hasTooltip?: boolean;
}

/** A button that is only a sign; its name shows as a tooltip. */
export function IconButton({ label, icon: Icon, keys, size = "md", hasTooltip = true, className, type = "button", ...rest }: IconButtonProps) {
  const button = (
    <button
      {...rest}
      type={type}
      aria-label={label}
      className={classNames(
        "inline-flex shrink-0 items-center justify-center rounded-sm text-dim transition-colors duration-100 hover:bg-hover hover:text-text",
        "active:bg-pressed data-popup-open:bg-hover data-popup-open:text-text aria-pressed:text-accent-text disabled:opacity-40 disabled:hover:bg-transparent aria-disabled:opacity-40 aria-disabled:hover:bg-transparent",
        size === "sm" ? "size-7 pointer-coarse:size-9 [&>svg]:size-4" : "size-8 pointer-coarse:h-10 pointer-coarse:w-9 [&>svg]:size-[18px]",
        className,
      )}
    >
      <Icon aria-hidden="true" />
    </button>
  );
  return hasTooltip ? <Tooltip content={keys === undefined ? label : <TooltipWithKeys label={label} keys={keys} />}>{button}</Tooltip> : button;
}

function TooltipWithKeys({ label, keys }: { readonly label: string; readonly keys: string }) {
  return (
    <>
      {label} <kbd className="pl-1.5 font-sans opacity-70">{keys}</kbd>
    </>
  );
}
