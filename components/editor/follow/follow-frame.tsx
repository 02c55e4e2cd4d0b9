"use client";
import "@/components/editor/follow/follow.css";
import { X } from "lucide-react";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { useSession } from "@/components/editor/session/use-session";
import type { Followed, FollowStore } from "@/components/editor/session/follow";
import { nameWithin } from "@/lib/collab/protocol/person-name";

/** Keys that move nothing: with them one reaches what is around the panes. */
const quietKeys = new Set(["Tab", "Shift", "Control", "Alt", "Meta", "CapsLock"]);

/** While somebody is followed: a frame in their colour, their name, and the way out. */
export function FollowFrame() {
  const { follow } = useSession();
  const followed = useFollowed(follow);
  const isFollowing = followed !== undefined;
  const frame = useRef<HTMLDivElement>(null);

  // Whoever scrolls, points or types in the panes goes their own way again.
  useEffect(() => {
    if (!isFollowing) return undefined;
    const leaving = new AbortController();
    const body = frame.current?.parentElement;
    const leave = ({ target }: Event) => {
      const isInPanes = target instanceof Node && body?.contains(target) === true && frame.current?.contains(target) !== true;
      if (isInPanes) follow.stop();
    };
    const options = { capture: true, passive: true, signal: leaving.signal };
    for (const name of ["wheel", "touchmove", "pointerdown"]) addEventListener(name, leave, options);
    addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Escape") follow.stop();
        else if (!quietKeys.has(event.key)) leave(event);
      },
      options,
    );
    return () => leaving.abort();
  }, [follow, isFollowing]);

  if (followed === undefined) return <div ref={frame} hidden />;
  const { person, slideIndex } = followed;
  const name = nameWithin(person.name);
  return (
    <div ref={frame} className="follow-frame" style={{ color: person.color }}>
      <p className="follow-words" role="status">
        <span className="truncate">
          Following {name}
          {slideIndex === undefined ? "" : ` · slide ${slideIndex + 1}`}
        </span>
        <button type="button" className="follow-stop" aria-label={`Stop following ${name}`} onClick={() => follow.stop()}>
          <X aria-hidden="true" />
        </button>
      </p>
    </div>
  );
}

export function useFollowed(follow: FollowStore): Followed | undefined {
  return useSyncExternalStore(follow.subscribe, follow.get, follow.get);
}
