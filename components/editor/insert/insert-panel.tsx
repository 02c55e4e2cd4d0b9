"use client";
import { useEffect, useMemo, useRef, useState } from "react";
import { useInSight } from "@/components/dashboard/use-in-sight";
import { insertionAt } from "@/components/editor/insert/insertion";
import { useDeckLook, useSession } from "@/components/editor/session/use-session";
import { useIsNarrow } from "@/components/editor/use-is-narrow";
import { renderExample } from "@/components/slides/render-example";
import { SlideView } from "@/components/slides/slide-view";
import { useDrawnExample } from "@/components/slides/use-drawn-example";
import { PicturePicker, type PickerItem } from "@/components/ui/picture-picker";
import { insertGroups, referenceEntries, referenceEntry, type ReferenceEntry } from "@/lib/deck/reference";
import type { RenderMath } from "@/lib/stage/math";

const groups = insertGroups.map((label) => ({
  label,
  items: referenceEntries.flatMap((entry) => (entry.insert?.group === label ? [toItem(entry, entry.insert.label)] : [])),
}));

function toItem({ id, title, text, keywords, knownFrom }: ReferenceEntry, label: string): PickerItem {
  return { id, label, words: [label, title, text, ...keywords, ...knownFrom].join(" ") };
}

/** All that can be inserted, each with a picture of it in the deck's own look. */
export function InsertPanel({ onDone }: { readonly onDone: () => void }) {
  const session = useSession();
  const isNarrow = useIsNarrow();
  const insert = (id: string) => {
    const chosen = referenceEntry(id)?.insert;
    onDone();
    if (chosen === undefined) return;
    session.live.flush();
    session.pane()?.insert(insertionAt(session.live.snapshot().deck, session.caret.get().offset, chosen));
  };
  return (
    <PicturePicker label="Search what to insert" groups={groups} columns={isNarrow ? 2 : 3} picture={(id) => <Thumbnail id={id} />} onPick={insert} />
  );
}

/** A true slide, rendered when it comes into sight. */
function Thumbnail({ id }: { readonly id: string }) {
  const frame = useRef<HTMLSpanElement>(null);
  const isInSight = useInSight(frame, { atFirst: false });
  return (
    <span ref={frame} inert className="block aspect-video overflow-hidden rounded-sm bg-sunken shadow-[0_0_0_1px_var(--line)]">
      {isInSight ? <Picture id={id} /> : null}
    </span>
  );
}

function Picture({ id }: { readonly id: string }) {
  const { settings } = useDeckLook();
  const markdown = referenceEntry(id)?.example ?? "";
  const renderMath = useMathRenderer(markdown.includes("$$"));
  const rendered = useMemo(() => renderExample(markdown, { renderMath }), [markdown, renderMath]);
  const example = useDrawnExample(markdown, rendered, true);
  const shown = example.slides[0];
  const look = { theme: settings.theme, colorScheme: settings.colorScheme, aspectRatio: example.settings.aspectRatio };
  return shown === undefined ? null : <SlideView html={shown.html} settings={look} css={example.css} />;
}

/** KaTeX comes with the first picture of a formula. */
function useMathRenderer(isNeeded: boolean): RenderMath | undefined {
  const [renderMath, setRenderMath] = useState<RenderMath>();
  useEffect(() => {
    if (!isNeeded) return;
    import("@/lib/stage/math").then(({ createMathRenderer }) => setRenderMath(() => createMathRenderer()), reportError);
  }, [isNeeded]);
  return renderMath;
}
