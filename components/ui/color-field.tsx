"use client";
import { useEffect, useEffectEvent, useRef } from "react";
import { DraftField } from "@/components/ui/draft-field";

export interface ColorFieldProps {
  readonly label: string;
  /** A CSS colour; empty for none. */
  readonly value: string;
  readonly onDone: (value: string) => void;
}

/** A colour: picked, or written as CSS has it. */
export function ColorField({ label, value, onDone }: ColorFieldProps) {
  const asHex = /^#[\da-f]{6}$/i.test(value) ? value : "#ffffff";
  const done = useEffectEvent(onDone);
  const input = useRef<HTMLInputElement>(null);
  // React's change event comes with every step of the picker, the browser's own when a colour is chosen.
  useEffect(() => {
    const target = input.current;
    if (target === null) return undefined;
    const onChange = () => done(target.value);
    target.addEventListener("change", onChange);
    return () => target.removeEventListener("change", onChange);
  }, [asHex]);
  return (
    <div className="relative">
      <DraftField label={label} placeholder="The theme's" value={value} check={checkColor} onDone={onDone} className="[&_input]:pr-11" />
      <input
        type="color"
        aria-label={`Pick: ${label}`}
        key={asHex}
        defaultValue={asHex}
        ref={input}
        className="absolute top-[31px] right-1.5 size-6 cursor-pointer rounded-sm"
      />
    </div>
  );
}

function checkColor(text: string): string | undefined {
  return text === "" || CSS.supports("color", text) ? undefined : "Write a colour like #1a2b3c, teal or oklch(0.5 0.1 250).";
}
