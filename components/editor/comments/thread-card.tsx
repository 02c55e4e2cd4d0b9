"use client";
import { Check, CornerDownRight, RotateCcw } from "lucide-react";
import { useEffect, useRef } from "react";
import { CommentForm } from "@/components/editor/comments/comment-form";
import { CommentItem } from "@/components/editor/comments/comment-item";
import type { CommentStore } from "@/components/editor/comments/comment-store";
import type { PlacedThread } from "@/components/editor/comments/place-threads";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { nameWithin } from "@/lib/collab/protocol/person-name";
import type { CommentPerson } from "@/lib/api/comments";

export interface ThreadCardProps {
  readonly store: CommentStore;
  readonly placed: PlacedThread;
  readonly people: readonly CommentPerson[];
  readonly now: Date;
  readonly isActive: boolean;
  readonly canModerate: boolean;
  /** Shows the words, or the slide, that it is about. */
  readonly onGo: () => void;
}

/** A conversation: what it is about, what was said, and a place to answer. */
export function ThreadCard({ store, placed, people, now, isActive, canModerate, onGo }: ThreadCardProps) {
  const { thread, slide } = placed;
  const say = useToast();
  const card = useRef<HTMLLIElement>(null);
  // Who goes through the text makes cards active too, and keeps the caret.
  const isAnswering = useRef(false);
  useEffect(() => {
    if (!isActive) return;
    card.current?.scrollIntoView({ block: "nearest" });
    if (isAnswering.current) card.current?.querySelector("textarea")?.focus();
    isAnswering.current = false;
  }, [isActive]);
  const answer = () => {
    isAnswering.current = true;
    store.show({ activeId: thread.id });
  };
  const setResolved = (resolved: boolean) => {
    store.change(thread.id, { resolved }).then(
      () => say(resolved ? "Resolved" : "Open again", resolved ? { act: { label: "Undo", onClick: () => setResolved(false) } } : {}),
      (error: unknown) => say(sentenceOf(error), { tone: "error" }),
    );
  };
  const where = slide === undefined ? "The whole deck" : `Slide ${slide + 1}`;
  return (
    <li ref={card} data-active={isActive || undefined} className="comment-card" aria-current={isActive ? "true" : undefined}>
      <div className="flex items-start gap-1">
        <About placed={placed} where={where} onGo={onGo} />
        {thread.resolved === null ? (
          <IconButton label="Resolve" icon={Check} size="sm" onClick={() => setResolved(true)} />
        ) : (
          <IconButton label="Open again" icon={RotateCcw} size="sm" onClick={() => setResolved(false)} />
        )}
      </div>
      {thread.comments.map((comment, index) => (
        <CommentItem key={comment.id} store={store} comment={comment} now={now} people={people} isFirst={index === 0} canModerate={canModerate} />
      ))}
      {thread.resolved === null ? null : (
        <p className="text-[12px] text-dim">Resolved{thread.resolved.by === null ? "" : ` by ${nameWithin(thread.resolved.by)}`}</p>
      )}
      {isActive ? (
        <CommentForm
          label="Reply"
          act="Reply"
          unsent={{ words: store.unsent, key: thread.id }}
          people={people}
          onSave={(body) => store.reply(thread.id, body)}
        />
      ) : (
        <Button variant="ghost" size="sm" className="-my-1 -ml-2.5 self-start text-dim" onClick={answer}>
          <CornerDownRight aria-hidden="true" />
          Reply
        </Button>
      )}
    </li>
  );
}

function About({
  placed: { thread, range, slide },
  where,
  onGo,
}: {
  readonly placed: PlacedThread;
  readonly where: string;
  readonly onGo: () => void;
}) {
  const isGone = thread.quote !== null && range === undefined;
  const words = (
    <>
      <span className="flex items-center gap-1.5 text-[12px] text-dim">
        {where}
        {isGone ? (
          <span className="rounded-full bg-warning-soft px-1.5 text-[11px] leading-4 text-warning-text">The text it spoke of is gone</span>
        ) : null}
      </span>
      {thread.quote === null ? null : <q className={classNames("comment-quote", isGone && "line-through")}>{thread.quote.trim()}</q>}
    </>
  );
  if (slide === undefined) return <div className="min-w-0 flex-1 py-1">{words}</div>;
  return (
    <button
      type="button"
      aria-label={`Show ${where} in the text`}
      onClick={onGo}
      className="-mx-1.5 min-w-0 flex-1 rounded-sm px-1.5 py-1 text-left hover:bg-hover"
    >
      {words}
    </button>
  );
}
