"use client";
import { useLayoutEffect, useState, type RefObject } from "react";
import { railRowPx, windowRows, type RowWindow } from "@/components/editor/preview/rail-window";

/** Rows drawn before the rail knows its height (on the server). */
const firstWindow: RowWindow = { first: 0, end: 12 };

/** Which rows are in the document, as the rail is scrolled. */
export function useRailRows(scroller: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [rows, setRows] = useState(firstWindow);
  useLayoutEffect(() => {
    const view = scroller.current;
    if (view === null) return undefined;
    const update = () => {
      const next = windowRows(count, railRowPx, { scrollTopPx: view.scrollTop, heightPx: view.clientHeight });
      setRows((now) => (now.first === next.first && now.end === next.end ? now : next));
    };
    const resized = new ResizeObserver(update);
    resized.observe(view);
    view.addEventListener("scroll", update, { passive: true });
    update();
    return () => {
      resized.disconnect();
      view.removeEventListener("scroll", update);
    };
  }, [scroller, count]);
  return rows;
}
