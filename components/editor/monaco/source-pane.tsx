"use client";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useDeck, usePreferences, useSession, useSourceStatus } from "@/components/editor/session/use-session";
import { useToast } from "@/components/ui/toast";

/** The page's frame, text and slides come first; Monaco may wait this long for a quiet moment. */
const quietMomentMs = 300;

/**
 * The text. Until Monaco is there (and for whoever has no script) the text stands as plain text in its place, so that
 * reading never waits for 870 kB of editor.
 */
export function SourcePane({ compact = false }: { readonly compact?: boolean }) {
  const session = useSession();
  const status = useSourceStatus();
  const [{ editContext }] = usePreferences();
  const host = useRef<HTMLDivElement>(null);
  const [pane, setPane] = useState<"waiting" | "there" | "failed">("waiting");
  const say = useToast();
  const onRefused = useEffectEvent((sentence: string) => say(sentence, { tone: "error" }));
  const hasText = status.state === "ready" || session.source.text.length > 0;

  useEffect(() => {
    const element = host.current;
    if (!hasText || element === null) return undefined;
    let stop: (() => void) | undefined;
    let isLeft = false;
    const cancel = whenQuiet(async () => {
      try {
        const loadingMonaco = import("@/components/editor/monaco/load-monaco").then(({ loadMonaco }) => loadMonaco());
        const [{ mountMonaco }, monaco] = await Promise.all([import("@/components/editor/monaco/mount-monaco"), loadingMonaco]);
        if (isLeft) return;
        stop = mountMonaco(element, session, { monaco, editContext, compact, onRefused: (sentence) => onRefused(sentence) });
        setPane("there");
      } catch (cause) {
        setPane("failed");
        reportError(cause);
      }
    });
    return () => {
      isLeft = true;
      cancel();
      stop?.();
      setPane("waiting");
    };
  }, [session, hasText, editContext, compact]);

  return (
    <div className="source-pane">
      <div ref={host} className="source-host" />
      {pane === "there" ? null : <PlainText isFailed={pane === "failed"} />}
    </div>
  );
}

function PlainText({ isFailed }: { readonly isFailed: boolean }) {
  const { deck } = useDeck();
  return (
    <div className="source-plain" tabIndex={0}>
      {isFailed ? <p role="alert">The text editor could not be loaded. Reload the page to try again; here is your text.</p> : null}
      <pre>{deck.source}</pre>
    </div>
  );
}

/** Runs a task at the next quiet moment; returns its cancel. Safari has no requestIdleCallback. */
function whenQuiet(task: () => Promise<void>): () => void {
  const run = () => void task();
  if (typeof requestIdleCallback === "function") {
    const id = requestIdleCallback(run, { timeout: quietMomentMs });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(run, quietMomentMs);
  return () => clearTimeout(id);
}
