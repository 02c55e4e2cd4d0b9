"use client";
import { MessageSquare } from "lucide-react";
import { useCommentCount } from "@/components/editor/comments/use-comments";
import { useSession } from "@/components/editor/session/use-session";

/** How many open conversations a slide has, on its picture; opens them. */
export function CommentBadge({ slide, className }: { readonly slide: number; readonly className: string }) {
  const { comments } = useSession();
  const count = useCommentCount(slide);
  if (comments === undefined || count === 0) return null;
  const open = () => {
    const first = comments.get().placed.find((each) => each.slide === slide && each.thread.resolved === null);
    comments.show({ isOpen: true, shown: "open", activeId: first?.thread.id });
  };
  return (
    <button
      type="button"
      className={className}
      aria-label={count === 1 ? `1 comment on slide ${slide + 1}` : `${count} comments on slide ${slide + 1}`}
      onClick={(event) => {
        event.stopPropagation();
        open();
      }}
    >
      <MessageSquare aria-hidden="true" />
      {count}
    </button>
  );
}
