import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export interface EmptyNoteProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly sentence: string;
  /** The way to fill it. */
  readonly children?: ReactNode;
}

/** What stands where a list is empty: why it is, and how something gets in. */
export function EmptyNote({ icon: Icon, title, sentence, children }: EmptyNoteProps) {
  return (
    <div className="mt-8 flex flex-col items-center rounded-lg bg-raised px-6 py-12 text-center shadow-[inset_0_0_0_1px_var(--line)]">
      <span className="flex size-11 items-center justify-center rounded-lg bg-accent-soft text-accent-text">
        <Icon className="size-[22px]" aria-hidden="true" />
      </span>
      <h2 className="mt-4 text-[17px] leading-6 font-semibold tracking-[-0.01em]">{title}</h2>
      <p className="mt-1 max-w-[46ch] text-dim">{sentence}</p>
      {children === undefined ? null : <div className="mt-5 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  );
}
