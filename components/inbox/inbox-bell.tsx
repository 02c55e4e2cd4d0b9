"use client";
import { Bell } from "lucide-react";
import Link from "next/link";
import { useUnseen } from "@/components/inbox/use-unseen";
import { CountBadge } from "@/components/ui/count-badge";

/** The way to the inbox, and how much of it is new. */
export function InboxBell() {
  const unseen = useUnseen();
  const label = unseen === 0 ? "Inbox" : `Inbox, ${unseen} new`;
  return (
    <Link
      href="/inbox"
      // Nearly all who write go nowhere near it: it is fetched when asked for.
      prefetch={false}
      aria-label={label}
      title={label}
      className="relative inline-flex size-8 pointer-coarse:size-10 items-center justify-center rounded-sm text-dim hover:bg-hover hover:text-text"
    >
      <Bell className="size-[18px]" aria-hidden="true" />
      <CountBadge count={unseen} />
    </Link>
  );
}
