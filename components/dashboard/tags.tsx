"use client";
import { Fragment, useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { Library } from "@/lib/api/library";
import { maxTagsListed } from "@/lib/api/limits";

type TagCount = Library["tags"][number];

/** More are shown when they are asked for. */
const shownFirst = 50;

export interface TagsProps {
  readonly tags: readonly TagCount[];
  /** The tag that the list is narrowed to: it is in sight in any case. */
  readonly shown: string | undefined;
  readonly children: (tag: TagCount) => ReactNode;
}

/** The tags by their names, the first of them until somebody wants all. */
export function Tags({ tags, shown, children }: TagsProps) {
  const [isAll, setAll] = useState(tags.findIndex(({ tag }) => tag === shown) >= shownFirst);
  const isCut = !isAll && tags.length > shownFirst;
  return (
    <>
      {(isCut ? tags.slice(0, shownFirst) : tags).map((tag) => (
        <Fragment key={tag.tag}>{children(tag)}</Fragment>
      ))}
      {isCut ? (
        <li>
          <Button variant="ghost" size="sm" className="text-dim" onClick={() => setAll(true)}>
            {tags.length < maxTagsListed ? `Show all ${tags.length} tags` : `Show ${tags.length} tags`}
          </Button>
        </li>
      ) : tags.length < maxTagsListed ? null : (
        <li className="px-2.5 pt-1 text-[13px] text-dim">
          The first {maxTagsListed.toLocaleString("en-GB")} tags by name. Others open from a deck that has them.
        </li>
      )}
    </>
  );
}
