"use client";
import { Globe } from "lucide-react";
import { useState } from "react";
import { LinkLine, useCopyLink } from "@/components/share/link-line";
import type { KnownLinks } from "@/components/share/use-links";
import { Button } from "@/components/ui/button";

/** The link for everybody: slides alone, no sign-in. */
export function PublicLinks({ links }: { readonly links: KnownLinks }) {
  const copy = useCopyLink();
  const [isBusy, setBusy] = useState(false);
  const mine = links.links.filter((link) => link.kind === "public");

  async function publish() {
    setBusy(true);
    const link = await links.create({ kind: "public" });
    setBusy(false);
    if (link !== undefined) await copy(link.url);
  }

  return (
    <section aria-label="Publish" className="mt-1 border-t border-line pt-4">
      <div className="flex items-center gap-3">
        <Globe className="size-4 shrink-0 text-dim" aria-hidden="true" />
        <div className="min-w-0 flex-1">
          <p className="font-medium">{mine.length === 0 ? "Publish" : "Published"}</p>
          <p className="text-[13px] text-dim">
            {mine.length === 0
              ? "Anyone with the link sees the slides, without signing in. Speaker notes stay with you."
              : "Anyone with the link sees the slides, always the latest. Speaker notes stay with you."}
          </p>
        </div>
        {mine.length > 0 ? null : (
          <Button variant="primary" isBusy={isBusy} disabled={links.state === "loading"} onClick={() => void publish()}>
            Publish
          </Button>
        )}
      </div>
      {mine.map((link) => (
        <LinkLine
          key={link.id}
          link={link}
          onWithdraw={links.withdraw}
          withdrawSentence="Whoever opens it then reads that it was withdrawn. The address does not come back: publishing again makes another one."
        />
      ))}
    </section>
  );
}
