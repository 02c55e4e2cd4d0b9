import type { ReactNode } from "react";
import { TopBar } from "@/components/account/top-bar";
import { ButtonLink } from "@/components/ui/button-link";
import type { Me } from "@/lib/api/account";

export interface WorkspacePageProps {
  readonly me: Me;
  readonly title: ReactNode;
  /** What the page is for, under its title. */
  readonly sentence?: ReactNode;
  /** The page that this one is a part of. */
  readonly back?: { readonly href: string; readonly label: string };
  /** Beside the title, at its right. */
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

/** A page of somebody's own that is no editor and no list of decks: teams, the account, webhooks, the inbox. */
export function WorkspacePage({ me, title, sentence, back, acts, children }: WorkspacePageProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar me={me}>
        {back === undefined ? null : (
          <ButtonLink href={back.href} variant="ghost">
            {back.label}
          </ButtonLink>
        )}
      </TopBar>
      <main className="mx-auto w-full max-w-[720px] px-4 pt-6 pb-20 sm:px-6 sm:pt-10">
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <div className="max-w-[52ch] min-w-0">
            <h1 className="text-[26px] leading-8 font-semibold tracking-[-0.02em] break-words">{title}</h1>
            {sentence === undefined ? null : <p className="mt-1.5 text-[15px] leading-[22px] text-dim">{sentence}</p>}
          </div>
          {acts}
        </div>
        {children}
      </main>
    </div>
  );
}

export interface PanelProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly acts?: ReactNode;
  readonly isDangerous?: boolean;
  readonly children?: ReactNode;
}

/** A part of such a page under its own name. */
export function Panel({ title, hint, acts, isDangerous = false, children }: PanelProps) {
  return (
    <section aria-label={title} className="mt-8">
      <div className="flex items-center justify-between gap-4">
        <div className="min-w-0">
          <h2 className={isDangerous ? "text-[15px] font-semibold text-danger-text" : "text-[15px] font-semibold"}>{title}</h2>
          {hint === undefined ? null : <p className="mt-0.5 text-[13px] text-dim">{hint}</p>}
        </div>
        {acts}
      </div>
      {children === undefined ? null : <div className="mt-3 rounded-lg bg-raised shadow-[inset_0_0_0_1px_var(--line)]">{children}</div>}
    </section>
  );
}
