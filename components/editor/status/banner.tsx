import type { ReactNode } from "react";

export interface BannerProps {
  readonly tone: "info" | "warning" | "danger";
  /** `alert` is read out at once, `status` when there is time. */
  readonly role: "alert" | "status";
  readonly title: string;
  readonly sentence?: string;
  /** Buttons and links. */
  readonly children?: ReactNode;
}

/** A line above the panes that says something about the whole deck. */
export function Banner({ tone, role, title, sentence, children }: BannerProps) {
  return (
    <div className="banner" data-tone={tone} role={role}>
      <p className="banner-words">
        <strong>{title}</strong>
        {sentence === undefined ? null : <span> {sentence}</span>}
      </p>
      <div className="banner-acts">{children}</div>
    </div>
  );
}
