/** How a slide sits on its canvas. */
export interface Fit {
  /** How tight it has to be set, in percent. */
  readonly step: FitStep;
  /** How many canvases tall (or wide) it is at that step; above 1 it runs over even at the tightest. */
  readonly screens: number;
}

export const fitSteps = [100, 95, 90, 85, 80, 75, 70] as const;
export type FitStep = (typeof fitSteps)[number];

/** A last line set tight counts with its font's full height, a few pixels below its box: that is no overflow. */
const heightTolerancePx = 12;

/** Rounding of fractions must not pass for overflow. */
const widthTolerancePx = 2;

/**
 * Sets a slide on its canvas at one step after the other until it fits, and leaves it as it was. The slide has to
 * be in the document, at its canvas's size (scaled or not), with its fonts and pictures loaded.
 */
export function measureFit(section: HTMLElement): Fit {
  const before = section.style.getPropertyValue("--fit");
  section.setAttribute("data-measure", "");
  try {
    return findFit((step) => {
      section.style.setProperty("--fit", String(step / 100));
      return overflowOf(section);
    });
  } finally {
    section.removeAttribute("data-measure");
    if (before === "") section.style.removeProperty("--fit");
    else section.style.setProperty("--fit", before);
  }
}

/** By how much a slide runs over at one step: in canvases, and whether lines of code would have to wrap. */
export interface Overflow {
  readonly screens: number;
  readonly wrapsCode: boolean;
}

/**
 * The widest step at which nothing runs over and no line of code wraps. Where only code can't be helped, the widest
 * at which all else fits: wrapping two lines beats setting the whole slide small in vain.
 */
export function findFit(overflowAt: (step: FitStep) => Overflow): Fit {
  let wrapping: Fit | undefined;
  let tightest: Fit = { step: 70, screens: 1 };
  for (const step of fitSteps) {
    const { screens, wrapsCode } = overflowAt(step);
    if (screens <= 1 && !wrapsCode) return { step, screens: 1 };
    if (screens <= 1) wrapping ??= { step, screens: 1 };
    tightest = { step, screens };
  }
  return wrapping ?? tightest;
}

function overflowOf(section: HTMLElement): Overflow {
  let screens = 1;
  for (const box of section.querySelectorAll<HTMLElement>(":scope > .slide-content, :scope > .slide-content > .slide-text")) {
    if (box.scrollHeight - box.clientHeight > heightTolerancePx) screens = Math.max(screens, box.scrollHeight / box.clientHeight);
    if (box.scrollWidth - box.clientWidth > widthTolerancePx) screens = Math.max(screens, box.scrollWidth / box.clientWidth);
  }
  const wrapsCode = [...section.querySelectorAll("pre")].some((block) => block.scrollWidth - block.clientWidth > widthTolerancePx);
  return { screens, wrapsCode };
}
