import { element } from "@/lib/player/dom";
import { fitSlide } from "@/lib/player/fit";
import type { Behaviour, Player, PlayerSlide } from "@/lib/player/player";
import { showStep } from "@/lib/player/show-step";
import { withTransition } from "@/lib/player/transition";

/** Shows one slide at a time: the others are out of sight and out of the accessibility tree. */
export const present: Behaviour = (player) => {
  const show = () => {
    const { slide, step } = player.position();
    // A transition calls this a moment later: somebody may have opened the overview by then, which shows them all.
    const isOverview = player.root.dataset.view === "overview";
    player.slides.forEach(({ frame, section }, index) => {
      frame.hidden = !isOverview && index !== slide;
      section.toggleAttribute("data-active", index === slide);
    });
    const current = player.slides[slide];
    if (!current) return;
    showStep(current.section, step);
    fitSlide(current.section);
    raiseHeadings(current);
  };
  document.documentElement.dataset.player = "";
  show();
  const stopReplacing = player.onReplace(show);
  const stop = player.onMove(({ position, before, isRemote }) => {
    if (position.slide === before?.slide) return show();
    const from = before?.slide ?? 0;
    withTransition(transitionBetween(player, from, position.slide), position.slide > from ? "forward" : "back", () => {
      show();
      // On phones a slide may be longer than the screen: each starts at its top.
      scrollTo({ top: 0, behavior: "instant" });
      // A frame that nobody is in takes no focus from the page around it.
      if (!isRemote && document.hasFocus()) focusHeading(player.slides[player.position().slide]?.section);
    });
  });
  return () => {
    stop();
    stopReplacing();
    delete document.documentElement.dataset.player;
    for (const { frame, section } of player.slides) {
      frame.hidden = false;
      section.removeAttribute("data-active");
      showStep(section, undefined);
    }
  };
};

/** A slide's own holds from it to the next, as in Marp and Slidev, and the same way back. */
function transitionBetween({ slides, root }: Player, a: number, b: number): string | undefined {
  return slides[Math.min(a, b)]?.section.dataset.transition ?? root.dataset.transition;
}

const headingTags = "h1,h2,h3,h4,h5,h6";

/** A slide that is shown alone is the whole page: the highest of its headings is the page's, and one without any has its name for it. */
function raiseHeadings({ frame, title }: PlayerSlide): void {
  const headings = [...frame.querySelectorAll<HTMLElement>(headingTags)];
  if (headings.length === 0) frame.append(element("h1", { class: "stage-announcer" }, title));
  const levels = headings.map(({ tagName }) => Number(tagName[1]));
  headings.forEach((heading, at) => {
    heading.ariaLevel = String((levels[at] ?? 0) + 1 - Math.min(...levels));
  });
}

/**
 * Screen readers go on from the new slide; a button that somebody is pressing keeps the focus, and so does a field that
 * was opened while the slide was still on its way.
 */
function focusHeading(section: HTMLElement | undefined): void {
  if (!section || document.activeElement?.closest("button, dialog, input")) return;
  const heading = section.querySelector<HTMLElement>(headingTags) ?? section;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
