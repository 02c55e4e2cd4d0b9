"use client";
import { classNames } from "@/components/ui/class-names";

export interface LinkBoxProps {
  readonly label: string;
  readonly url: string;
  readonly className?: string;
}

/** A link to be marked and copied by hand, also where a browser keeps pages from copying: the focus marks all of it. */
export function LinkBox({ label, url, className }: LinkBoxProps) {
  return (
    <input
      readOnly
      aria-label={label}
      value={url}
      onFocus={(event) => event.currentTarget.select()}
      className={classNames(
        "h-8 min-w-0 flex-1 truncate rounded-sm bg-sunken px-2.5 font-mono text-xs text-dim outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]",
        className,
      )}
    />
  );
}
