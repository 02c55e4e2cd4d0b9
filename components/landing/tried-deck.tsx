"use client";
import { createContext, useContext, useRef, type ReactNode, type RefObject } from "react";
import type { DeckSource } from "@/lib/collab/client/deck-source";

const Tried = createContext<RefObject<DeckSource | undefined>>({ current: undefined });

/** Holds the landing page's deck, so that what somebody wrote in it comes along as they start. */
export function TriedDeck({ children }: { readonly children: ReactNode }) {
  return <Tried value={useRef<DeckSource>(undefined)}>{children}</Tried>;
}

export function useTriedDeck(): RefObject<DeckSource | undefined> {
  return useContext(Tried);
}
