"use client";
import { useSyncExternalStore } from "react";

let openId: string | undefined;
const listeners = new Set<() => void>();

function set(next: string | undefined): void {
  openId = next;
  for (const listener of [...listeners]) listener();
}

/** Makes an example the editor; the one that was it goes back to being an example. */
export function openExample(id: string): void {
  set(id);
}

export function closeExample(): void {
  set(undefined);
}

/** Whether this example is the one that is written in. */
export function useIsOpen(id: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => openId === id,
    () => false,
  );
}
