"use client";
import { Toolbar as Primitive } from "@base-ui/react/toolbar";
import type { ComponentProps, ReactElement, ReactNode, Ref } from "react";

export interface ToolbarProps {
  readonly label: string;
  readonly className?: string;
  readonly ref?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
}

/** Buttons in a row: one stop of the Tab key, arrows go between them. */
export function Toolbar({ label, className, ref, children }: ToolbarProps) {
  return (
    <Primitive.Root ref={ref} aria-label={label} className={className}>
      {children}
    </Primitive.Root>
  );
}

/** Makes a button one of the toolbar's; what else it is (the trigger of a menu) passes through. */
export function ToolbarItem({ children, ...rest }: Omit<ComponentProps<"button">, "children"> & { readonly children: ReactElement }) {
  return <Primitive.Button {...rest} render={children} />;
}

export function ToolbarLine() {
  return <Primitive.Separator className="mx-1 h-4 w-px shrink-0 bg-line" />;
}
