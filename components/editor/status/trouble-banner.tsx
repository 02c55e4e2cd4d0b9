"use client";
import { useState } from "react";
import { Banner } from "@/components/editor/status/banner";
import { downloadText } from "@/components/editor/status/keep-text";
import { fileNameOf, troubleOf, type Trouble } from "@/components/editor/status/trouble";
import { useSaveState, useSession, useSourceStatus } from "@/components/editor/session/use-session";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { copyText } from "@/components/ui/copy-text";

/** Says what went wrong, and always offers the text as it stands in this browser. */
export function TroubleBanner() {
  const { source, live, settings } = useSession();
  const trouble = troubleOf(useSourceStatus(), useSaveState());
  const [dismissed, setDismissed] = useState<string>();
  // By its sentence: one title may come twice, by another person's act.
  if (dismissed !== undefined && dismissed !== trouble?.sentence) setDismissed(undefined);
  if (trouble === undefined || trouble.sentence === dismissed) return null;
  const myText = () => (source.text.length === 0 ? live.snapshot().deck.source : source.text.toString());
  return (
    <Banner tone={trouble.tone} role="alert" title={trouble.title} sentence={trouble.sentence}>
      <Way way={trouble.way} onHistory={() => settings.open({ kind: "history" })} />
      {trouble.canDismiss ? (
        <Button size="sm" onClick={() => setDismissed(trouble.sentence)}>
          OK
        </Button>
      ) : (
        <KeepButtons myText={myText} title={live.snapshot().deck.title} />
      )}
    </Banner>
  );
}

/** Copies or downloads a text, and says how that went. */
export function KeepButtons({ myText, title }: { readonly myText: () => string; readonly title: string }) {
  const [copied, setCopied] = useState<"no" | "yes" | "refused">("no");
  return (
    <>
      <Button size="sm" onClick={async () => setCopied((await copyText(myText())) ? "yes" : "refused")}>
        {copied === "yes" ? "Copied" : "Copy my text"}
      </Button>
      <Button size="sm" onClick={() => downloadText(myText(), fileNameOf(title, "md"))}>
        Download my text
      </Button>
      {copied === "refused" ? <span>This browser keeps pages from copying: download it instead.</span> : null}
    </>
  );
}

function Way({ way, onHistory }: { readonly way: Trouble["way"]; readonly onHistory: () => void }) {
  switch (way) {
    case "sign-in":
      return (
        <a className={buttonClass({ size: "sm" })} href={`/login?next=${encodeURIComponent(location.pathname)}`} target="_blank" rel="noopener">
          Sign in again
        </a>
      );
    case "reload":
      return (
        <Button size="sm" onClick={() => location.reload()}>
          Reload the deck
        </Button>
      );
    case "slides":
      return (
        <Button size="sm" onClick={() => location.reload()}>
          Show the slides
        </Button>
      );
    case "decks":
      return (
        <a className={buttonClass({ size: "sm" })} href="/decks">
          Back to your decks
        </a>
      );
    case "history":
      return (
        <Button size="sm" onClick={onHistory}>
          Show its history
        </Button>
      );
    case "none":
      return null;
  }
}
