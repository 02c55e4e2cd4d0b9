import { fitSlide } from "@/lib/player/fit";
import type { Behaviour, Player } from "@/lib/player/player";
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

/** Screen readers go on from the new slide; a button that somebody is pressing keeps the focus. */
function focusHeading(section: HTMLElement | undefined): void {
  if (!section || document.activeElement?.closest("button, dialog")) return;
  const heading = section.querySelector<HTMLElement>("h1, h2, h3, h4, h5, h6") ?? section;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
