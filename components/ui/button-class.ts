import { classNames } from "@/components/ui/class-names";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

export interface ButtonLook {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly className?: string | undefined;
}

/** How a button looks, and larger where fingers press it; links that act as buttons share it. */
export function buttonClass({ variant = "secondary", size = "md", className }: ButtonLook = {}): string {
  return classNames(base, sizes[size], variants[variant], className);
}

const base =
  "inline-flex shrink-0 items-center justify-center whitespace-nowrap font-medium select-none transition-colors duration-100 " +
  "disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:shrink-0";

const sizes: Readonly<Record<ButtonSize, string>> = {
  sm: "h-7 gap-1.5 rounded-sm px-2.5 text-[13px] pointer-coarse:h-9 [&_svg]:size-3.5",
  md: "h-8 gap-1.5 rounded-sm px-3 text-[13px] pointer-coarse:h-10 [&_svg]:size-4",
  lg: "h-11 gap-2 rounded-md px-5 text-[15px] [&_svg]:size-[18px]",
};

const variants: Readonly<Record<ButtonVariant, string>> = {
  primary: "bg-accent text-on-accent hover:bg-accent-hover",
  secondary: "bg-raised text-text shadow-[inset_0_0_0_1px_var(--line)] hover:bg-[color-mix(in_oklch,var(--raised),var(--text)_5%)]",
  ghost: "text-text hover:bg-hover active:bg-pressed data-popup-open:bg-hover",
  danger: "bg-danger text-on-accent hover:bg-danger-hover",
};
