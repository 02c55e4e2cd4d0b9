"use client";
import { Tooltip as Primitive } from "@base-ui/react/tooltip";
import { useState, type ReactElement, type ReactNode } from "react";
import { tooltipClass } from "@/components/ui/popup-class";

export interface TooltipProps {
  /** Undefined while there is nothing to explain: the element stays the same one, and keeps its focus. */
  readonly content: ReactNode;
  /** The element that is explained; it keeps its own name. */
  readonly children: ReactElement;
  readonly side?: "top" | "bottom" | "left" | "right";
  /** True for what does nothing at a press, for now or ever: a finger neither hovers nor focuses, so its press shows the words. */
  readonly opensOnPress?: boolean;
}

/** A short explanation on hover and focus; never the only place where something is said. */
export function Tooltip({ content, children, side = "bottom", opensOnPress = false }: TooltipProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Primitive.Root open={isOpen} onOpenChange={setOpen} disabled={content === undefined}>
      <Primitive.Trigger render={children} closeOnClick={!opensOnPress} onClick={opensOnPress ? () => setOpen(true) : undefined} />
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
