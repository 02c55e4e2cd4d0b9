"use client";
import { X } from "lucide-react";
import { CommentsPanel } from "@/components/editor/comments/comments-panel";
import { useComments, useLoadedComments } from "@/components/editor/comments/use-comments";
import type { CommentStore } from "@/components/editor/comments/comment-store";
import { useIsNarrow } from "@/components/editor/use-is-narrow";
import { IconButton } from "@/components/ui/icon-button";
import { Sheet } from "@/components/ui/sheet";

/** A deck's comments: a panel beside the slides, a sheet on a narrow screen. */
export function Comments({ store, canModerate }: { readonly store: CommentStore; readonly canModerate: boolean }) {
  const { isOpen } = useComments(store);
  const isNarrow = useIsNarrow();
  useLoadedComments(store);
  const close = () => store.show({ isOpen: false, draft: undefined, activeId: undefined });
  if (isNarrow) {
    return (
      <Sheet title="Comments" side="right" isOpen={isOpen} onOpenChange={(next) => (next ? undefined : close())}>
        <div className="editor comments-in-sheet">
          <CommentsPanel store={store} canModerate={canModerate} onGone={close} />
        </div>
      </Sheet>
    );
  }
  if (!isOpen) return null;
  return (
    <aside className="comments-pane" aria-label="Comments">
      <div className="flex h-10 shrink-0 items-center justify-between border-b border-line pr-2 pl-4">
        <h2 className="text-[13px] font-semibold">Comments</h2>
        <IconButton label="Close comments" icon={X} size="sm" hasTooltip={false} onClick={close} />
      </div>
      <div className="min-h-0 flex-1">
        <CommentsPanel store={store} canModerate={canModerate} />
      </div>
    </aside>
  );
}
