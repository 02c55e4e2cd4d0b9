"use client";
import { Globe } from "lucide-react";
import { useState } from "react";
import { LinkLine } from "@/components/share/link-line";
import { useCopyLink } from "@/components/share/use-copy-link";
import type { KnownLinks } from "@/components/share/use-links";
import { VersionChoice } from "@/components/share/version-choice";
import { Button } from "@/components/ui/button";

/** Links for everybody: slides alone, no sign-in; each shows the latest or one version. */
export function PublicLinks({ deckId, links }: { readonly deckId: string; readonly links: KnownLinks }) {
  const copy = useCopyLink();
  const [isBusy, setBusy] = useState(false);
  const mine = links.links.filter((link) => link.kind === "public");

  async function publish() {
    setBusy(true);
    const link = await links.create({ kind: "public" });
    setBusy(false);
    if (link !== undefined) await copy(link.url, { said: "Published. The link is copied." });
  }

  return (
    <section aria-label="Publish" className="mt-5 border-t border-line pt-4">
      <div className="flex items-center gap-3">
        <Globe className="size-4 shrink-0 text-dim" aria-hidden="true" />
        <div className="min-w-0 flex-1">
          <p className="font-medium">{mine.length === 0 ? "Publish" : "Published"}</p>
          <p className="text-[13px] text-dim">Anyone with the link sees the slides, without signing in. Speaker notes stay with you.</p>
        </div>
        <Button
          variant={mine.length === 0 ? "primary" : "secondary"}
          isBusy={isBusy}
          disabled={links.state === "loading"}
          onClick={() => void publish()}
        >
          {mine.length === 0 ? "Publish" : "New link"}
        </Button>
      </div>
      {mine.map((link) => (
        <LinkLine
          key={link.id}
          link={link}
          icon={Globe}
          title="Public link"
          links={links}
          withdrawSentence="Whoever opens it then reads that it was withdrawn. The address does not come back: publishing again makes another one."
        >
          <VersionChoice deckId={deckId} link={link} links={links} />
        </LinkLine>
      ))}
    </section>
  );
}
