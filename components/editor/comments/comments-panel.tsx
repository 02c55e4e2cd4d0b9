"use client";
import { MessageSquarePlus } from "lucide-react";
import { CommentForm } from "@/components/editor/comments/comment-form";
import { unsentKey, type CommentState, type CommentStore, type ShownThreads } from "@/components/editor/comments/comment-store";
import type { PlacedThread } from "@/components/editor/comments/place-threads";
import { startComment } from "@/components/editor/comments/start-comment";
import { ThreadCard } from "@/components/editor/comments/thread-card";
import { WatchMenu } from "@/components/editor/comments/watch-menu";
import { useComments } from "@/components/editor/comments/use-comments";
import { useSession } from "@/components/editor/session/use-session";
import { useNow } from "@/components/ui/use-now";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { IconButton } from "@/components/ui/icon-button";

export interface CommentsPanelProps {
  readonly store: CommentStore;
  readonly canModerate: boolean;
  /** Something was chosen that shows elsewhere on the page. */
  readonly onGone?: () => void;
}

const choices = [
  { value: "open", label: "Open" },
  { value: "resolved", label: "Resolved" },
] as const;

/** All conversations of a deck in the order of its text. */
export function CommentsPanel({ store, canModerate, onGone }: CommentsPanelProps) {
  const session = useSession();
  const state = useComments(store);
  const now = useNow();
  const { placed, shown, activeId, draft, people } = state;
  const threads = placed.filter(({ thread }) => (thread.resolved === null) === (shown === "open"));

  function go({ thread, range, slide }: PlacedThread) {
    store.show({ activeId: thread.id });
    if (slide !== undefined) session.goToSlide(slide, range === undefined ? {} : { offset: range.start });
    onGone?.();
  }

  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex items-center justify-between gap-2 border-b border-line px-3 py-2">
        <Choice<ShownThreads>
          label="Which comments"
          value={shown}
          choices={choices}
          onChange={(next) => store.show({ shown: next, activeId: undefined })}
        />
        <span className="flex">
          <WatchMenu deckId={store.deckId} />
          <IconButton label="New comment" icon={MessageSquarePlus} keys="Ctrl+Alt+M" onClick={() => startComment(session)} />
        </span>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto p-3" data-comments>
        {draft === undefined ? null : (
          <div className="comment-card mb-3" data-active>
            <p className="text-[12px] text-dim">
              {draft.quote === undefined ? `About slide ${draft.slide + 1}` : `Slide ${draft.slide + 1}`}
              {draft.quote === undefined ? null : <q className="comment-quote">{draft.quote.trim()}</q>}
            </p>
            <CommentForm
              key={`${draft.range?.start ?? draft.at}`}
              label="Comment"
              act="Comment"
              isFocused
              unsent={{ words: store.unsent, key: unsentKey(draft) }}
              people={people}
              onSave={store.begin}
              onCancel={() => store.show({ draft: undefined })}
            />
          </div>
        )}
        <Empty state={state} isEmpty={threads.length === 0 && draft === undefined} onTryAgain={() => void store.load()} />
        <ul className="flex flex-col gap-3">
          {threads.map((each) => (
            <ThreadCard
              key={each.thread.id}
              store={store}
              placed={each}
              people={people}
              now={now}
              isActive={each.thread.id === activeId}
              canModerate={canModerate}
              onGo={() => go(each)}
            />
          ))}
        </ul>
      </div>
    </div>
  );
}

function Empty({ state, isEmpty, onTryAgain }: { readonly state: CommentState; readonly isEmpty: boolean; readonly onTryAgain: () => void }) {
  const { loaded, shown } = state;
  if (loaded.state === "loading") return <p className="px-1 py-2 text-[13px] text-dim">Looking up the comments…</p>;
  if (loaded.state === "failed") {
    return (
      <div role="alert" className="flex flex-col items-start gap-2 rounded-md bg-danger-soft p-3 text-[13px] text-danger-text">
        <p>{loaded.sentence}</p>
        <Button size="sm" onClick={onTryAgain}>
          Try again
        </Button>
      </div>
    );
  }
  if (!isEmpty) return null;
  return (
    <p className="px-1 py-2 text-[13px] text-dim">
      {shown === "open"
        ? "No open comments. Select words in the text and press Comment, or comment on the slide under the caret with the button above."
        : "Nothing is resolved yet. What is resolved stays here, and can be opened again."}
    </p>
  );
}
