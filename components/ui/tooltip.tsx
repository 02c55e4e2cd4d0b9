"use client";
import { Tooltip as Primitive } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { tooltipClass } from "@/components/ui/popup-class";

export interface TooltipProps {
  readonly content: ReactNode;
  /** The element that is explained; it keeps its own name. */
  readonly children: ReactElement;
  readonly side?: "top" | "bottom" | "left" | "right";
}

/** A short explanation on hover and focus; never the only place where something is said. */
export function Tooltip({ content, children, side = "bottom" }: TooltipProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger render={children} />
      <Primitive.Portal>
        <Primitive.Positioner side={side} sideOffset={6} className="z-50">
          <Primitive.Popup className={tooltipClass}>{content}</Primitive.Popup>
        </Primitive.Positioner>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** Lets neighbouring tooltips open at once after the first. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  return <Primitive.Provider delay={500}>{children}</Primitive.Provider>;
}
