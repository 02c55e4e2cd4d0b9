"use client";
import { useState } from "react";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { getLibrary } from "@/lib/api/library-client";
import type { Library } from "@/lib/api/library";

/** Teams, folders and tags, beginning with what the server drew; the second asks again. */
export function useLibrary(first: Library): readonly [Library, () => void] {
  const say = useToast();
  const [library, setLibrary] = useState(first);
  const reload = async () => {
    try {
      setLibrary(await getLibrary());
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
    }
  };
  return [library, () => void reload()];
}
