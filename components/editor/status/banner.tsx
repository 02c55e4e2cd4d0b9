import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export interface BannerProps {
  readonly tone: "info" | "warning" | "danger";
  /** `alert` is read out at once, `status` when there is time. */
  readonly role: "alert" | "status";
  readonly title: string;
  readonly sentence?: ReactNode;
  /** Buttons and links. */
  readonly children?: ReactNode;
}

const tones: Readonly<Record<BannerProps["tone"], string>> = {
  info: "bg-accent-soft text-text",
  warning: "bg-warning-soft text-warning-text",
  danger: "bg-danger-soft text-danger-text",
};

/** A line above the panes that says something about the whole deck. */
export function Banner({ tone, role, title, sentence, children }: BannerProps) {
  return (
    <div role={role} className={classNames("flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2 text-[13px]", tones[tone])}>
      <p className="min-w-0 flex-1 basis-64">
        <strong className="font-semibold max-sm:block">{title}</strong>
        {sentence === undefined ? null : <span className="sm:ml-2">{sentence}</span>}
      </p>
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </div>
  );
}
