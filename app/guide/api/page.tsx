import type { Metadata } from "next";
import { TopBar } from "@/components/account/top-bar";
import { ApiReference } from "@/components/guide/api/api-reference";
import { ButtonLink } from "@/components/ui/button-link";
import { pageMe } from "@/lib/http/page-session";

export const metadata: Metadata = { title: "API", description: "Every call that a program can make, with what it sends and gets." };

export default async function ApiPage() {
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar me={await pageMe()} next="/account/tokens">
        <ButtonLink href="/guide" variant="ghost">
          Guide
        </ButtonLink>
      </TopBar>
      <ApiReference />
    </div>
  );
}
