"use client";
import { useEffect, useState } from "react";
import type { RenderedExample } from "@/components/slides/render-example";

/** The example as it was rendered, and with its diagrams and colours once it is in sight and they are there. */
export function useDrawnExample(source: string, rendered: RenderedExample, isInSight: boolean): RenderedExample {
  const [drawn, setDrawn] = useState<RenderedExample>();
  const isNeeded = rendered.isUndrawn && isInSight;
  useEffect(() => {
    if (!isNeeded) return undefined;
    let isLeft = false;
    import("@/components/slides/draw-example")
      .then(({ drawExample }) => drawExample(source))
      .then((example) => {
        if (!isLeft) setDrawn(example);
      }, reportError);
    return () => {
      isLeft = true;
    };
  }, [isNeeded, source]);
  return drawn ?? rendered;
}
