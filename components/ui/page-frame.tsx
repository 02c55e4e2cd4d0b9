import Link from "next/link";
import type { ReactNode } from "react";
import { Logo } from "@/components/ui/logo";

/** The bar at the top of pages that are no editor: the way home, and what belongs on the right. */
export function PageBar({ home = "/", children }: { readonly home?: string; readonly children?: ReactNode }) {
  return (
    <header className="flex h-14 items-center justify-between gap-4 px-4 sm:px-6">
      <Link href={home} className="flex items-center gap-2 rounded-sm py-1.5 text-[15px] font-semibold tracking-[-0.01em]">
        <Logo />
        Lectern
      </Link>
      <div className="flex items-center gap-2">{children}</div>
    </header>
  );
}

export interface SmallPageProps {
  readonly title: string;
  readonly sentence?: ReactNode;
  readonly children?: ReactNode;
}

/** A page that says or asks one thing. */
export function SmallPage({ title, sentence, children }: SmallPageProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <PageBar />
      <main className="mx-auto w-full max-w-[400px] px-5 pt-[10vh] pb-16">
        <h1 className="text-[26px] leading-8 font-semibold tracking-[-0.02em]">{title}</h1>
        {sentence === undefined ? null : <p className="mt-2 text-[15px] leading-[22px] text-dim">{sentence}</p>}
        {children}
      </main>
    </div>
  );
}
