"use client";
import { useEffect, useSyncExternalStore } from "react";
import type { CommentState, CommentStore } from "@/components/editor/comments/comment-store";
import { useSession } from "@/components/editor/session/use-session";

/** The deck's conversations; renders anew with whatever changes of them. */
export function useComments(store: CommentStore): CommentState {
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}

/** `#comment=<id>`: what an inbox or a letter leads to. */
function showLinked(store: CommentStore): void {
  const linked = /^#comment=([0-9a-f-]{36})$/.exec(location.hash)?.[1];
  const found = store.get().placed.find(({ thread }) => thread.id === linked);
  if (found !== undefined) store.show({ isOpen: true, activeId: linked, shown: found.thread.resolved === null ? "open" : "resolved" });
}

const noSubscription = () => () => undefined;

/** How many open conversations a slide has; renders anew only when that changes. */
export function useCommentCount(slide: number): number {
  const { comments } = useSession();
  const count = () => comments?.get().counts.get(slide) ?? 0;
  return useSyncExternalStore(comments?.subscribe ?? noSubscription, count, count);
}

/** Fetches them at first, and again when the connection is back: what was told meanwhile was not heard. */
export function useLoadedComments(store: CommentStore): void {
  const { source } = useSession();
  useEffect(() => {
    let wasOffline = source.saveState.state === "offline";
    void store.load().then(() => showLinked(store));
    return source.subscribe(() => {
      const isOffline = source.saveState.state === "offline";
      if (wasOffline && !isOffline) void store.load();
      wasOffline = isOffline;
    });
  }, [store, source]);
}
