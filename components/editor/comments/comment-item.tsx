"use client";
import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { PersonAvatar } from "@/components/account/person-avatar";
import { CommentForm } from "@/components/editor/comments/comment-form";
import type { CommentStore } from "@/components/editor/comments/comment-store";
import { CommentWords } from "@/components/editor/comments/comment-words";
import { relativeTime } from "@/components/dashboard/relative-time";
import { Avatar } from "@/components/ui/avatar";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { namelessGuest, nameWithin } from "@/lib/collab/protocol/person-name";
import type { CommentPerson, DeckComment } from "@/lib/api/comments";

export interface CommentItemProps {
  readonly store: CommentStore;
  readonly comment: DeckComment;
  readonly now: Date;
  readonly people: readonly CommentPerson[];
  /** The first of its conversation, which goes with it. */
  readonly isFirst: boolean;
  /** By the deck's owner, who may delete what anybody said. */
  readonly canModerate: boolean;
}

/** One comment: who said what, and when. */
export function CommentItem({ store, comment, now, people, isFirst, canModerate }: CommentItemProps) {
  const [isEditing, setEditing] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const say = useToast();
  const { author, body, isYours } = comment;
  const name = author === null ? "Somebody who left" : author.name || namelessGuest;
  const deleteIt = () => store.delete(comment.id).catch((error: unknown) => say(sentenceOf(error), { tone: "error" }));
  return (
    <article aria-label={`${name}: ${body.slice(0, 80)}`} className="flex gap-2.5">
      {author === null ? <Avatar name={name} size="sm" /> : <PersonAvatar id={author.id} name={name} size="sm" />}
      <div className="min-w-0 flex-1">
        <div className="flex h-5 items-center gap-1.5">
          <span className="truncate text-[13px] font-semibold">{name}</span>
          <time dateTime={comment.createdAt} title={new Date(comment.createdAt).toLocaleString("en-GB")} className="shrink-0 text-[12px] text-dim">
            {relativeTime(comment.createdAt, now)}
            {comment.editedAt === null ? "" : " · edited"}
          </time>
          <span className="flex-1" />
          {isYours || canModerate ? (
            <Menu
              align="end"
              className="min-w-36"
              trigger={<IconButton label={`More on ${nameWithin(name)}’s comment`} icon={Ellipsis} size="sm" hasTooltip={false} className="-mr-1" />}
            >
              {isYours ? (
                <MenuItem icon={Pencil} onClick={() => setEditing(true)}>
                  Edit
                </MenuItem>
              ) : null}
              <MenuItem icon={Trash2} isDangerous onClick={() => setAsking(true)}>
                Delete
              </MenuItem>
            </Menu>
          ) : null}
        </div>
        {isEditing ? (
          <CommentForm
            label="Other words"
            act="Save"
            initial={body}
            isFocused
            people={people}
            onCancel={() => setEditing(false)}
            onSave={async (words) => {
              await store.change(comment.id, { body: words });
              setEditing(false);
            }}
          />
        ) : (
          <CommentWords body={body} people={people} />
        )}
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={isFirst ? "Delete this conversation?" : "Delete this comment?"}
        sentence={
          isFirst ? "It goes with all its replies, for everybody, and can’t be brought back." : "It goes for everybody, and can’t be brought back."
        }
        act="Delete"
        isDangerous
        onConfirm={() => void deleteIt()}
      />
    </article>
  );
}
