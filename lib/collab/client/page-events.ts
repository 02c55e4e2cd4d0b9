export interface PageEvents {
  readonly onOffline: () => void;
  readonly onOnline: () => void;
  /** The person came back to this tab. */
  readonly onBack: () => void;
}

/** Listens to the browser about the network and this tab; outside a browser there is nothing to hear. Returns its stop. */
export function watchPage({ onOffline, onOnline, onBack }: PageEvents): () => void {
  if (typeof window === "undefined") return () => undefined;
  window.addEventListener("offline", onOffline);
  window.addEventListener("online", onOnline);
  window.addEventListener("focus", onBack);
  return () => {
    window.removeEventListener("offline", onOffline);
    window.removeEventListener("online", onOnline);
    window.removeEventListener("focus", onBack);
  };
}
