"use client";
import { MessageSquare } from "lucide-react";
import type { CommentStore } from "@/components/editor/comments/comment-store";
import { useComments } from "@/components/editor/comments/use-comments";
import { CountBadge } from "@/components/ui/count-badge";
import { IconButton } from "@/components/ui/icon-button";

/** Opens and closes the comments; says how many conversations are open. */
export function CommentsButton({ store }: { readonly store: CommentStore }) {
  const { isOpen, placed } = useComments(store);
  const count = placed.filter(({ thread }) => thread.resolved === null).length;
  return (
    <span className="relative">
      <IconButton
        label={count === 0 ? "Comments" : `Comments, ${count} open`}
        icon={MessageSquare}
        aria-pressed={isOpen}
        onClick={() => store.show({ isOpen: !isOpen })}
      />
      <CountBadge count={count} />
    </span>
  );
}
