/** How a slide sits on its canvas, as this browser measured it. */
export interface SlideFit {
  /** How tight it is set, in percent: 100, 95 … 70. */
  readonly step: number;
  /** How many canvases tall (or wide) it is at that step; above 1 it runs over even at the tightest. */
  readonly screens: number;
}

/** Fits by slide hash: what the page brought, then what is measured here. */
export interface FitStore {
  get(hash: string): SlideFit | undefined;
  /** True where this browser measured the slide itself, so that it knows by how much it runs over. */
  isMeasured(hash: string): boolean;
  /** Adds measurements and tells listeners once. */
  put(fits: ReadonlyMap<string, SlideFit>): void;
  /** Grows with every `put`: a cheap snapshot for subscribers. */
  version(): number;
  subscribe(listener: () => void): () => void;
}

/** Starts from the steps that the server kept. */
export function createFitStore(kept: ReadonlyMap<string, number> | undefined): FitStore {
  const fits = new Map<string, SlideFit>();
  const measured = new Set<string>();
  const listeners = new Set<() => void>();
  let version = 0;
  for (const [hash, step] of kept ?? []) fits.set(hash, { step, screens: 1 });
  return {
    get: (hash) => fits.get(hash),
    isMeasured: (hash) => measured.has(hash),
    put: (added) => {
      for (const [hash, fit] of added) {
        fits.set(hash, fit);
        measured.add(hash);
      }
      version += 1;
      for (const listener of [...listeners]) listener();
    },
    version: () => version,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Does it run over the canvas even at its tightest? */
export function overflows(fit: SlideFit | undefined): fit is SlideFit {
  return fit !== undefined && fit.screens > 1;
}
