"use client";
import { ArrowDown, ArrowUp, Copy, Eye, EyeOff, History, MessageSquare, Plus, SlidersHorizontal, TextCursor, Trash2 } from "lucide-react";
import { commentOnSlide } from "@/components/editor/comments/start-comment";
import { useCanEdit, useSession } from "@/components/editor/session/use-session";
import { addSlideAfter, deleteSlidesOf, duplicateSlidesOf, moveSlidesBy, toggleHidden } from "@/components/editor/slides/slide-acts";
import { keyNames } from "@/components/editor/title/key-names";
import { MenuItem } from "@/components/ui/menu";
import { MenuLine } from "@/components/ui/menu-parts";

export interface SlideMenuItemsProps {
  /** The slides that the acts mean, in order. */
  readonly keys: readonly string[];
  /** Puts the caret into the slide. */
  readonly onWrite: () => void;
}

/** Can something be done with slides here? Who may only read may comment on one, and see what it was. */
export function useHasSlideMenu(): boolean {
  const { comments } = useSession();
  return useCanEdit() || comments !== undefined;
}

/** What can be done with slides, one or several. */
export function SlideMenuItems({ keys, onWrite }: SlideMenuItemsProps) {
  const session = useSession();
  const canEdit = useCanEdit();
  const names = keyNames();
  const { deck } = session.live.snapshot();
  const indexes = keys.map((key) => session.live.find(key)?.index ?? 0);
  const isHiding = indexes.some((index) => deck.slides[index]?.settings.hidden === false);
  const isMany = keys.length > 1;
  if (!canEdit) return <ReaderItems keys={keys} />;
  return (
    <>
      <MenuItem icon={Plus} keys="Enter" onClick={() => addSlideAfter(session, keys.at(-1))}>
        Add slide after
      </MenuItem>
      <MenuItem icon={Copy} keys={names.duplicate} onClick={() => duplicateSlidesOf(session, keys)}>
        {isMany ? `Duplicate ${keys.length} slides` : "Duplicate"}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={ArrowUp} keys={names.moveUp} disabled={indexes.includes(0)} onClick={() => moveSlidesBy(session, keys, -1)}>
        Move up
      </MenuItem>
      <MenuItem
        icon={ArrowDown}
        keys={names.moveDown}
        disabled={indexes.includes(deck.slides.length - 1)}
        onClick={() => moveSlidesBy(session, keys, 1)}
      >
        Move down
      </MenuItem>
      <MenuItem icon={isHiding ? EyeOff : Eye} keys="H" onClick={() => toggleHidden(session, keys)}>
        {isHiding ? "Hide" : "Show again"}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={TextCursor} keys="F2" onClick={onWrite}>
        Edit text
      </MenuItem>
      <MenuItem icon={SlidersHorizontal} onClick={() => session.settings.open({ kind: "slides", keys })}>
        {isMany ? "Settings of these slides…" : "Slide settings…"}
      </MenuItem>
      <ReaderItems keys={keys} />
      <MenuLine />
      <MenuItem icon={Trash2} keys={names.delete} isDangerous onClick={() => deleteSlidesOf(session, keys)}>
        {isMany ? `Delete ${keys.length} slides` : "Delete"}
      </MenuItem>
    </>
  );
}

/** What of it changes nothing of the text; about one slide each. */
function ReaderItems({ keys }: Pick<SlideMenuItemsProps, "keys">) {
  const session = useSession();
  const [key] = keys;
  if (key === undefined || keys.length > 1) return null;
  return (
    <>
      {session.comments === undefined ? null : (
        <MenuItem icon={MessageSquare} onClick={() => commentOnSlide(session, session.live.find(key)?.index ?? 0)}>
          Comment on this slide
        </MenuItem>
      )}
      {session.hasHistory ? (
        <MenuItem icon={History} onClick={() => session.settings.open({ kind: "slide-history", key })}>
          History of this slide
        </MenuItem>
      ) : null}
    </>
  );
}
