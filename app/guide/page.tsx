import type { Metadata } from "next";
import { TopBar } from "@/components/account/top-bar";
import { Guide } from "@/components/guide/guide";
import { ButtonLink } from "@/components/ui/button-link";
import { pageMe } from "@/lib/http/page-session";

export const metadata: Metadata = {
  title: "Deck language",
  description: "Everything that a deck may hold, each with an example that you can change, and what comes over from other tools.",
};

export default async function GuidePage() {
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar me={await pageMe()}>
        <ButtonLink href="/guide/api" variant="ghost">
          API
        </ButtonLink>
      </TopBar>
      <Guide />
    </div>
  );
}
