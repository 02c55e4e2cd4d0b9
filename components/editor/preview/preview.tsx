"use client";
import { useRef, useState, type MouseEvent } from "react";
import { PreviewSlide } from "@/components/editor/preview/preview-slide";
import { useAnchoredScroll } from "@/components/editor/preview/use-anchored-scroll";
import { scrollerAttribute } from "@/components/editor/preview/use-is-near";
import { useDeckLook, useSession, useSlideKeys } from "@/components/editor/session/use-session";
import { SlideMenuItems, useHasSlideMenu } from "@/components/editor/slides/slide-menu-items";
import { AnchoredMenu, type MenuAnchor } from "@/components/ui/anchored-menu";

/** The slides, one under the other. A right click on one opens what can be done with it. */
export function Preview() {
  const session = useSession();
  const hasMenu = useHasSlideMenu();
  const [menu, setMenu] = useState<{ readonly anchor: MenuAnchor; readonly key: string }>();
  const keys = useSlideKeys();
  const scroller = useRef<HTMLElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const { settings } = useDeckLook();
  useAnchoredScroll(scroller, list, keys);

  function onContextMenu(event: MouseEvent) {
    const index = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-index]")?.dataset["index"] : undefined;
    const key = keys[Number(index)];
    // With Shift the browser's own menu opens, as everywhere on the web where a page has one.
    if (!hasMenu || key === undefined || event.shiftKey) return;
    event.preventDefault();
    setMenu({ anchor: { x: event.clientX, y: event.clientY }, key });
  }

  return (
    <section ref={scroller} aria-label="Slides" className="preview" tabIndex={0} onContextMenu={onContextMenu} {...{ [scrollerAttribute]: "" }}>
      <ol ref={list} className="preview-list" data-aspect={settings.aspectRatio}>
        {keys.map((key, index) => (
          <PreviewSlide key={key} slideKey={key} index={index} />
        ))}
      </ol>
      <AnchoredMenu anchor={menu?.anchor} label="Slide" className="w-60" onClose={() => setMenu(undefined)}>
        {menu === undefined ? null : (
          <SlideMenuItems keys={[menu.key]} onWrite={() => session.goToSlide(session.live.find(menu.key)?.index ?? 0, { focus: true })} />
        )}
      </AnchoredMenu>
    </section>
  );
}
