"use client";
import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import { createPreferenceStore, defaultPreferences, type Preferences } from "@/components/editor/session/preferences";
import type { CaretState } from "@/components/editor/session/caret";
import type { EditorSession } from "@/components/editor/session/editor-session";
import type { LiveSnapshot } from "@/components/editor/session/live-deck";
import type { NoticeSnapshot } from "@/components/editor/session/notice-store";
import type { SlideFit } from "@/components/editor/session/fit-store";
import type { SaveState, SourceStatus } from "@/lib/collab/client/deck-source";
import type { DeckSettings, Slide } from "@/lib/deck";

export const SessionContext = createContext<EditorSession | undefined>(undefined);

/** The session of the editor around this component. */
export function useSession(): EditorSession {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error("This part of the editor stands outside an <Editor>.");
  return session;
}

/** The deck as last compiled; renders anew with every compile. */
export function useDeck(): LiveSnapshot {
  const { live } = useSession();
  return useSyncExternalStore(live.subscribe, live.snapshot, live.snapshot);
}

/** What is to be said about the deck; renders anew when that changes, a moment after the text. */
export function useNotices(): NoticeSnapshot {
  const { notices } = useSession();
  return useSyncExternalStore(notices.subscribe, notices.get, notices.get);
}

/** Keys of all slides; renders anew only when a slide comes, goes or moves. */
export function useSlideKeys(): readonly string[] {
  const { live } = useSession();
  const keys = () => live.snapshot().keys;
  return useSyncExternalStore(live.subscribe, keys, keys);
}

/** One slide; renders anew only when that slide's HTML changed. */
export function useSlide(key: string): Slide | undefined {
  const { live } = useSession();
  const subscribe = useCallback((listener: () => void) => live.subscribeSlide(key, listener), [live, key]);
  const slide = () => live.find(key)?.slide;
  // Positions move with every edit above; what is drawn hangs on the hash, and on what others draw into it.
  const look = () => {
    const { hash } = slide() ?? {};
    return hash === undefined ? "" : `${hash} ${live.revision(key)}`;
  };
  return useSyncExternalStore(subscribe, look, look) === "" ? undefined : slide();
}

/** What of the whole deck decides how every slide looks; renders anew only when that changes. */
export function useDeckLook(): { readonly settings: DeckSettings; readonly css: string } {
  const { live } = useSession();
  const look = () => {
    const { settings, css } = live.snapshot().deck;
    return `${settings.theme}\n${settings.colorScheme}\n${settings.aspectRatio}\n${css}`;
  };
  useSyncExternalStore(live.subscribe, look, look);
  const { settings, css } = live.snapshot().deck;
  return { settings, css };
}

export function useCaret(): CaretState {
  const { caret } = useSession();
  return useSyncExternalStore(caret.subscribe, caret.get, caret.get);
}

/** Key of the slide under the caret; renders anew only when it is another. */
export function useActiveKey(): string {
  const { caret } = useSession();
  const key = () => caret.get().slideKey;
  return useSyncExternalStore(caret.subscribe, key, key);
}

export function useIsActive(key: string): boolean {
  const { caret } = useSession();
  const isActive = () => caret.get().slideKey === key;
  return useSyncExternalStore(caret.subscribe, isActive, isActive);
}

export function useFit(hash: string | undefined): SlideFit | undefined {
  const { fits } = useSession();
  const fit = () => (hash === undefined ? undefined : fits.get(hash));
  return useSyncExternalStore(fits.subscribe, fit, fit);
}

export function useSaveState(): SaveState {
  const { source } = useSession();
  const state = () => source.saveState;
  return useSyncExternalStore(source.subscribe, state, state);
}

/** Whether the text may only be read; renders anew only when that changes, not with every state of saving. */
export function useIsReadOnly(): boolean {
  const { source } = useSession();
  const isReadOnly = () => source.saveState.state === "read-only";
  return useSyncExternalStore(source.subscribe, isReadOnly, isReadOnly);
}

export function useSourceStatus(): SourceStatus {
  const { source } = useSession();
  const status = () => source.status;
  return useSyncExternalStore(source.subscribe, status, status);
}

export function useCanEdit(): boolean {
  const { source } = useSession();
  const canEdit = () => source.canEdit;
  return useSyncExternalStore(source.subscribe, canEdit, canEdit);
}

let shared: ReturnType<typeof createPreferenceStore> | undefined;

/** The store of this browser, made at first use: there is no storage where pages are rendered on the server. */
export function preferenceStore() {
  shared ??= createPreferenceStore(typeof localStorage === "undefined" ? undefined : localStorage);
  return shared;
}

/** This person's settings; the defaults until the page is alive, so that server and browser agree. */
export function usePreferences(): readonly [Preferences, (change: Partial<Preferences>) => void] {
  const store = preferenceStore();
  const preferences = useSyncExternalStore(store.subscribe, store.get, () => defaultPreferences);
  return [preferences, store.set];
}
