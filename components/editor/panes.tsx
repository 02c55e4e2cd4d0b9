"use client";
import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { Group, Panel, Separator, useGroupRef } from "react-resizable-panels";
import { FollowFrame } from "@/components/editor/follow/follow-frame";
import { Preview } from "@/components/editor/preview/preview";
import { Rail } from "@/components/editor/rail/rail";
import { SourcePane } from "@/components/editor/monaco/source-pane";
import { useIsNarrow } from "@/components/editor/use-is-narrow";
import { usePreferences } from "@/components/editor/session/use-session";
import { FormatToolbar } from "@/components/editor/toolbar/toolbar";
import { RailSheet } from "@/components/editor/rail-sheet";
import { PaneSwitch, type ShownPane } from "@/components/editor/pane-switch";

/** Rail, text and slides side by side; under 768 px one at a time. */
export function Panes({ variant, aside }: { readonly variant: "full" | "compact"; readonly aside?: ReactNode }) {
  const [{ railShown, split }, setPreferences] = usePreferences();
  const isNarrow = useIsNarrow();
  const [shown, setShown] = useState<ShownPane>("write");
  const group = useGroupRef();
  const id = useId();
  const splitNow = useRef(split);
  useEffect(() => {
    splitNow.current = split;
  }, [split]);

  // Both panes stay in the page on a narrow screen, one with no width: Monaco keeps its caret and undo.
  useEffect(() => {
    const apply = () => {
      const source = isNarrow ? (shown === "write" ? 100 : 0) : splitNow.current;
      group.current?.setLayout({ source, slides: 100 - source });
    };
    apply();
    // A window that just became narrow has its panes' least widths of before until the next frame.
    const frame = requestAnimationFrame(apply);
    return () => cancelAnimationFrame(frame);
  }, [group, isNarrow, shown]);

  return (
    <>
      {isNarrow ? (
        <div className="narrow-bar">
          {variant === "full" ? <RailSheet /> : null}
          <PaneSwitch shown={shown} onShow={setShown} />
        </div>
      ) : null}
      <div className="editor-body" data-narrow={isNarrow || undefined}>
        {variant === "full" ? <FollowFrame /> : null}
        {variant === "full" && railShown && !isNarrow ? (
          <aside className="rail" aria-label="Slide overview">
            <Rail />
          </aside>
        ) : null}
        <Group
          id={`panes-${id}`}
          className="editor-panes"
          groupRef={group}
          onLayoutChanged={(layout, { isUserInteraction }) => {
            const source = layout["source"];
            if (isUserInteraction && !isNarrow && source !== undefined) setPreferences({ split: Math.round(source) });
          }}
        >
          <Panel id="source" minSize={isNarrow ? 0 : "20%"} defaultSize="50%" inert={isNarrow && shown !== "write"}>
            <div className="text-pane">
              {variant === "full" ? <FormatToolbar /> : null}
              <SourcePane compact={variant === "compact"} />
            </div>
          </Panel>
          <Separator className="editor-separator" aria-label="Width of text and slides" disabled={isNarrow} hidden={isNarrow} />
          <Panel id="slides" minSize={isNarrow ? 0 : "20%"} defaultSize="50%" inert={isNarrow && shown !== "slides"}>
            <Preview />
          </Panel>
        </Group>
        {aside}
      </div>
    </>
  );
}
