"use client";
import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type PointerEvent } from "react";
import { railGapPx, railRowPx, scrollIntoViewTop } from "@/components/editor/preview/rail-window";
import { RailButtons } from "@/components/editor/rail/rail-buttons";
import { railAct, type RailAct } from "@/components/editor/rail/rail-keys";
import { RailRow } from "@/components/editor/rail/rail-row";
import { chosenKeys, selectRange, toggleSelected, type RailSelection } from "@/components/editor/rail/rail-selection";
import { SlideMenuItems, useHasSlideMenu } from "@/components/editor/slides/slide-menu-items";
import { useRailDrag } from "@/components/editor/rail/use-rail-drag";
import { useRailRows } from "@/components/editor/rail/use-rail-rows";
import { useActiveKey, useCanEdit, useDeckLook, useSession, useSlideKeys } from "@/components/editor/session/use-session";
import {
  addSlideAfter,
  deleteSlidesOf,
  duplicateSlidesOf,
  moveSlidesBefore,
  moveSlidesBy,
  toggleHidden,
} from "@/components/editor/slides/slide-acts";
import { AnchoredMenu, type MenuAnchor } from "@/components/ui/anchored-menu";

/** The pointer is between two thumbnails when it is this near to their middle. */
const gapReachPx = 12;

export interface RailProps {
  /** In the sheet of a narrow screen: every row has its menu button, nothing is dragged. */
  readonly isSheet?: boolean;
  readonly onChoose?: () => void;
}

/** Thumbnails of all slides, to go to and to put in order; only the rows in sight are in the document. */
export function Rail({ isSheet = false, onChoose }: RailProps) {
  const session = useSession();
  const keys = useSlideKeys();
  const activeKey = useActiveKey();
  const canEdit = useCanEdit();
  const hasMenu = useHasSlideMenu();
  const { settings } = useDeckLook();
  const scroller = useRef<HTMLDivElement>(null);
  const focusNext = useRef(false);
  const rows = useRailRows(scroller, keys.length);
  const [selection, setSelection] = useState<RailSelection>();
  const [hovered, setHovered] = useState<{ readonly row: number; readonly gap: number | undefined }>();
  const [menu, setMenu] = useState<{ readonly anchor: MenuAnchor; readonly key: string }>();
  const active = Math.max(0, keys.indexOf(activeKey));
  const chosen = chosenKeys(keys, selection, activeKey);

  const focusActive = useCallback(() => scroller.current?.querySelector<HTMLElement>("[aria-current] button"), []);

  useEffect(() => {
    const view = scroller.current;
    if (view === null) return;
    const box = { topPx: active * railRowPx, heightPx: railRowPx };
    view.scrollTop = scrollIntoViewTop(box, { scrollTopPx: view.scrollTop, heightPx: view.clientHeight }, 4);
    if (focusNext.current) focusActive()?.focus({ preventScroll: true });
    focusNext.current = false;
  }, [active, activeKey, focusActive]);

  const goTo = (index: number) => session.goToSlide(index);
  const write = (index: number) => {
    onChoose?.();
    session.goToSlide(index, { focus: true });
  };

  function onClick(event: MouseEvent) {
    const row = rowOf(event.target);
    const key = row === undefined ? undefined : keys[row];
    if (row === undefined || key === undefined) return;
    const isToggle = event.ctrlKey || event.metaKey;
    if (canEdit && isToggle) return setSelection(toggleSelected(selection, activeKey, key));
    setSelection(canEdit && event.shiftKey ? selectRange(keys, selection?.anchor ?? activeKey, key) : undefined);
    goTo(row);
    if (!event.shiftKey) onChoose?.();
  }

  const drag = useRailDrag({
    scroller,
    rowPx: railRowPx,
    count: keys.length,
    isOn: canEdit && !isSheet,
    onLift: (row) => {
      const key = keys[row];
      if (key === undefined) return false;
      setHovered(undefined);
      if (!chosen.includes(key)) {
        setSelection(undefined);
        goTo(row);
      }
      return true;
    },
    onDrop: (before) => {
      focusNext.current = true;
      moveSlidesBefore(session, chosen, keys[before]);
    },
  });

  /** Runs an act, after which the focus is on the current row, wherever that then is. */
  const inRail = (act: () => boolean) => {
    focusNext.current = true;
    if (!act()) focusNext.current = false;
    else requestAnimationFrame(() => focusActive()?.focus({ preventScroll: true }));
  };

  function perform(act: RailAct): void {
    switch (act.kind) {
      case "go":
        focusNext.current = act.to !== active;
        setSelection(act.extends && canEdit ? selectRange(keys, selection?.anchor ?? activeKey, keys[act.to] ?? activeKey) : undefined);
        return goTo(act.to);
      case "all":
        return setSelection(selectRange(keys, keys[0] ?? "", keys.at(-1) ?? ""));
      case "write":
        return write(active);
      case "menu":
        return openMenu(active, scroller.current?.querySelector("[aria-current] .rail-thumbnail") ?? undefined);
      case "undo":
        if (session.pane()?.latestStep() === undefined) return session.announcements.say("Nothing to undo");
        session.pane()?.undo();
        return session.announcements.say("Undone");
      case "redo":
        session.pane()?.redo();
        return session.announcements.say("Done again");
      case "add":
        return inRail(() => addSlideAfter(session, activeKey));
      case "duplicate":
        return inRail(() => duplicateSlidesOf(session, chosen));
      case "delete":
        return inRail(() => deleteSlidesOf(session, chosen));
      case "hide":
        return inRail(() => toggleHidden(session, chosen));
      case "move":
        return inRail(() => moveSlidesBy(session, chosen, act.by));
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    // The buttons beside the list have keys of their own.
    if (rowOf(event.target) === undefined) return;
    const act = railAct(event, active, keys.length);
    if (act === undefined || (!canEdit && act.kind !== "go" && act.kind !== "write")) return;
    event.preventDefault();
    perform(act);
  }

  function openMenu(row: number, anchor: MenuAnchor | undefined) {
    const key = keys[row];
    if (key === undefined || anchor === undefined || !hasMenu) return;
    if (!chosen.includes(key)) setSelection(undefined);
    setMenu({ anchor, key });
  }

  function onContextMenu(event: MouseEvent) {
    const row = rowOf(event.target);
    if (row === undefined || !hasMenu) return;
    event.preventDefault();
    openMenu(row, { x: event.clientX, y: event.clientY });
  }

  function onPointerMove(event: PointerEvent) {
    if (event.pointerType !== "mouse" || drag.place !== undefined || event.buttons !== 0) return;
    const top = scroller.current?.querySelector("ol")?.getBoundingClientRect().top ?? 0;
    const offset = event.clientY - top;
    const row = Math.floor(offset / railRowPx);
    const gap = Math.round((offset + railGapPx) / railRowPx);
    const isBetween = Math.abs(offset + railGapPx - gap * railRowPx) <= gapReachPx && gap >= 0 && gap < keys.length;
    const next = { row: row >= 0 && row < keys.length ? row : -1, gap: isBetween ? gap : undefined };
    setHovered((now) => (now?.row === next.row && now.gap === next.gap ? now : next));
  }

  const shown = keys.slice(rows.first, rows.end).map((key, index) => ({ key, index: rows.first + index }));
  // The current row stays in the document wherever the rail is scrolled: it holds the focus.
  const isActiveShown = active >= rows.first && active < rows.end;
  const all = isActiveShown ? shown : [...shown, ...keys.slice(active, active + 1).map((key) => ({ key, index: active }))];
  const menuRow = menu === undefined ? undefined : keys.indexOf(menu.key);
  const menuKeys = menu === undefined ? [] : chosen.includes(menu.key) ? chosen : [menu.key];
  const withMenu = isSheet ? shown.map(({ index }) => index) : [...new Set([active, hovered?.row ?? -1, menuRow ?? -1])].filter((row) => row >= 0);

  return (
    <div
      ref={scroller}
      className="rail-scroller"
      data-dragging={drag.place === undefined ? undefined : ""}
      onClick={onClick}
      onDoubleClick={(event) => {
        const row = rowOf(event.target);
        if (row !== undefined) write(row);
      }}
      onKeyDown={onKeyDown}
      onContextMenu={onContextMenu}
      onPointerMove={onPointerMove}
      onPointerLeave={() => setHovered(undefined)}
    >
      <div className="rail-rows" style={{ height: keys.length * railRowPx + (canEdit ? railRowPx / 2 : 0) }}>
        <ol aria-label="Slide rail" className="rail-list" data-aspect={settings.aspectRatio} style={{ height: keys.length * railRowPx }}>
          {all.map(({ key, index }) => (
            <RailRow
              key={key}
              slideKey={key}
              index={index}
              count={keys.length}
              isActive={index === active}
              isChosen={chosen.length > 1 && chosen.includes(key)}
              isLifted={drag.place !== undefined && chosen.includes(key)}
            />
          ))}
        </ol>
        {hasMenu ? (
          <RailButtons
            count={keys.length}
            withMenu={drag.place === undefined ? withMenu : []}
            canAdd={canEdit}
            gap={canEdit && drag.place === undefined && !isSheet ? hovered?.gap : undefined}
            menuRow={menuRow}
            onMenu={openMenu}
            onAdd={(before) => {
              if (!addSlideAfter(session, keys[before - 1])) return;
              session.goToSlide(before, { focus: true });
              onChoose?.();
            }}
          />
        ) : null}
        {drag.place === undefined ? null : <div className="rail-drop" style={{ top: drag.place * railRowPx - railGapPx }} />}
      </div>
      <AnchoredMenu anchor={menu?.anchor} label="Slide" className="w-60" onClose={() => setMenu(undefined)} focusAfter={focusActive}>
        <SlideMenuItems keys={menuKeys} onWrite={() => write(menuRow ?? active)} />
      </AnchoredMenu>
    </div>
  );
}

/** The row that an event happened in. */
function rowOf(target: EventTarget): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>("[data-row]")?.dataset["row"] : undefined;
  return row === undefined ? undefined : Number(row);
}
