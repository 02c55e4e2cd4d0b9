import { TopBar } from "@/components/account/top-bar";
import { StartWriting } from "@/components/landing/start-writing";
import { TriedDeck } from "@/components/landing/tried-deck";
import { TryEditor } from "@/components/landing/try-editor";
import { ButtonLink } from "@/components/ui/button-link";
import { pageMe } from "@/lib/http/page-session";

export default async function LandingPage() {
  return (
    <div className="flex min-h-dvh flex-col sm:h-dvh sm:min-h-[680px]">
      <TopBar me={await pageMe()}>
        <ButtonLink href="/guide" variant="ghost">
          Guide
        </ButtonLink>
      </TopBar>
      <main className="mx-auto flex w-full max-w-[1360px] min-h-0 flex-1 flex-col px-4 pb-4 sm:px-6 sm:pb-6">
        <TriedDeck>
          <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-5 pt-6 pb-7 sm:pt-8">
            <h1 className="max-w-[700px] text-[28px] leading-[1.15] font-semibold tracking-[-0.028em] sm:text-[36px]">
              Lectern is where you write a technical talk together, in Markdown, and stand up and give it.
            </h1>
            <div className="flex items-center gap-4">
              <StartWriting />
              <p className="text-[13px] text-dim">No account needed</p>
            </div>
          </div>
          <section
            aria-label="Try it here"
            className="h-[560px] overflow-hidden rounded-lg shadow-[0_0_0_1px_var(--line),0_24px_48px_-24px_var(--shade)] sm:h-auto sm:min-h-0 sm:flex-1"
          >
            <TryEditor />
          </section>
        </TriedDeck>
      </main>
    </div>
  );
}
