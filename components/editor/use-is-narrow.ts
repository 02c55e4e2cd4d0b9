"use client";
import { useSyncExternalStore } from "react";

/** Under this width there is one pane at a time. The style sheet uses the same. */
export const narrowQuery = "(max-width: 767.98px)";

/** True on phones and narrow windows; false on the server. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(narrowQuery);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => matchMedia(narrowQuery).matches,
    () => false,
  );
}
