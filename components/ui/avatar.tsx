import { UserRound } from "lucide-react";
import { classNames } from "@/components/ui/class-names";

export interface AvatarProps {
  readonly name: string;
  /** CSS colour; the neutral one where it is absent. */
  readonly color?: string;
  readonly size?: "sm" | "md";
}

/** A person as one or two letters on their colour. The name stands beside it or names its button. */
export function Avatar({ name, color, size = "md" }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "inline-flex shrink-0 items-center justify-center rounded-full font-semibold select-none",
        size === "sm" ? "size-5 text-[10px]" : "size-7 text-[11px]",
        color === undefined ? "bg-pressed text-text" : "text-[oklch(1_0_0)]",
      )}
      style={color === undefined ? undefined : { backgroundColor: color }}
    >
      {name.trim() === "" ? <UserRound className={size === "sm" ? "size-3" : "size-4"} /> : initialsOf(name)}
    </span>
  );
}

/** `Ana` → `A`, `Ana Maria Berg` → `AB`; empty where there is no name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = [...(words[0] ?? "")][0] ?? "";
  const last = words.length > 1 ? [...(words.at(-1) ?? "")][0] : undefined;
  return `${first}${last ?? ""}`.toLocaleUpperCase();
}
