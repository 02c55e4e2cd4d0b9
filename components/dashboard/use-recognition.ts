"use client";
import { useEffect, useState } from "react";
import type { Dialect } from "@/lib/deck";

/** As what a text would be read. */
export interface Recognition {
  readonly dialect: Dialect;
  readonly confidence: number;
  readonly evidence: readonly string[];
  readonly choices: readonly { readonly dialect: Dialect; readonly label: string }[];
}

/** Looks at a text once it is there; what tells dialects apart is only then loaded. */
export function useRecognition(text: string | undefined): Recognition | undefined {
  const [found, setFound] = useState<{ readonly text: string; readonly recognition: Recognition }>();
  useEffect(() => {
    if (text === undefined) return undefined;
    let isLeft = false;
    void import("@/lib/deck").then(({ detectDialect, dialectLabel, dialects }) => {
      if (isLeft) return;
      const choices = dialects.map((dialect) => ({ dialect, label: dialect === "lectern" ? "Plain Markdown" : dialectLabel(dialect) }));
      setFound({ text, recognition: { ...detectDialect(text), choices } });
    });
    return () => {
      isLeft = true;
    };
  }, [text]);
  return found !== undefined && found.text === text ? found.recognition : undefined;
}
