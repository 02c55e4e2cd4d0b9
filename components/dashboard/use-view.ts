"use client";
import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { readView, viewAddress, type DeckView } from "@/components/dashboard/view";

/** The view that the page's address says, and how to go to another: back and forward lead through them. */
export function useView(): readonly [DeckView, (view: DeckView) => void] {
  const parameters = useSearchParams();
  const view = useMemo(() => readView(Object.fromEntries(parameters)), [parameters]);
  return [view, (next) => history.pushState(null, "", viewAddress(next))];
}
