import { Check, RotateCcw } from "lucide-react";
import Link from "next/link";
import { relativeTime } from "@/components/dashboard/relative-time";
import { Avatar } from "@/components/ui/avatar";
import { IconButton } from "@/components/ui/icon-button";
import { namelessGuest } from "@/lib/collab/protocol/person-name";
import type { InboxItem } from "@/lib/api/inbox";

const verbs: Readonly<Record<InboxItem["reason"], string>> = {
  mention: "speaks to you in",
  reply: "answered in",
  comment: "commented in",
};

export interface InboxRowProps {
  readonly item: InboxItem;
  readonly now: Date;
  readonly onToggle: () => void;
}

/** One thing that was said to me; leads to its place in the deck. */
export function InboxRow({ item, now, onToggle }: InboxRowProps) {
  const name = item.author === null ? "Somebody who left" : item.author.name || namelessGuest;
  return (
    <li className="relative flex gap-3 border-line px-4 py-3 hover:bg-hover not-first:border-t">
      {item.isSeen ? null : <span className="absolute top-5 left-1.5 size-1.5 rounded-full bg-accent" aria-label="New" role="img" />}
      <Avatar name={name} {...(item.author === null ? {} : { color: item.author.color })} />
      <Link href={`/decks/${item.deck.id}#comment=${item.threadId}`} className="min-w-0 flex-1 after:absolute after:inset-0">
        <span className="block text-[13px] text-dim">
          <span className="font-medium text-text">{name}</span> {verbs[item.reason]} <span className="font-medium text-text">{item.deck.title}</span>
          {item.slide === null ? "" : `, slide ${item.slide + 1}`} · <time dateTime={item.createdAt}>{relativeTime(item.createdAt, now)}</time>
        </span>
        {item.quote === null ? null : (
          <q className="mt-1 line-clamp-1 border-l-2 border-warning pl-2 text-[13px] break-words text-dim quotes-none">{item.quote.trim()}</q>
        )}
        <span className="mt-1 line-clamp-3 text-[14px] break-words whitespace-pre-wrap">{item.body}</span>
      </Link>
      <IconButton
        label={item.isHandled ? "Not done after all" : "Done"}
        icon={item.isHandled ? RotateCcw : Check}
        className="z-1"
        onClick={onToggle}
      />
    </li>
  );
}
