import { createDialog } from "@/lib/player/dialog";
import { element } from "@/lib/player/dom";
import { pollJson } from "@/lib/player/live/events";
import { isRecord } from "@/lib/player/live/record";
import type { Player } from "@/lib/player/player";
import { clockText } from "@/lib/player/stopwatch";

/** A slide that the talk has shown. */
export interface ShownSlide {
  readonly anchor: string;
  readonly slide: number;
  readonly title: string;
  readonly seconds: number;
}

/** What the talk has shown so far, to be read by who came late. */
export interface SoFar {
  /** `isLate`: they went by before the page was here. */
  readonly open: (isLate: boolean) => void;
  readonly stop: () => void;
}

/** Puts a closed dialog into the page, which asks `url` each time it opens. */
export function createSoFar(player: Player, url: string): SoFar {
  const note = element("p", { role: "status" });
  const list = element("ol", { class: "slide-list" });
  const { box, title, close, stop } = createDialog(
    "stage-contents",
    "stage-so-far-title",
    note,
    list,
    element("button", { type: "button", class: "stage-contents-close" }, "Close"),
  );

  const row = ({ anchor, slide, title: shown, seconds }: ShownSlide) => {
    const at = player.slides.findIndex((one) => one.anchor === anchor);
    const button = element(
      "button",
      { type: "button" },
      element("span", { class: "slide-number" }, String(slide)),
      shown || "Untitled",
      element("span", { class: "slide-seconds", "aria-label": `on screen for ${seconds} seconds` }, clockText(seconds * 1000)),
    );
    button.addEventListener("click", () => {
      close();
      if (at !== -1) player.move({ type: "go", slide: at });
    });
    return element("li", {}, button);
  };
  const fill = async () => {
    const answer = await pollJson(url, readShown);
    if (answer.state !== "here") {
      note.textContent = "It can't be loaded now. Open it again in a moment.";
      return;
    }
    note.textContent = "What the talk has shown, and how long. Choose a slide to read it; a button leads back to where the talk is.";
    list.replaceChildren(...answer.value.map(row));
  };
  return {
    open: (isLate) => {
      title.textContent = isLate ? "What you missed" : "Shown so far";
      note.textContent = "Loading…";
      list.replaceChildren();
      box.showModal();
      void fill();
    },
    stop,
  };
}

/** Reads the server's list; undefined for anything else. */
export function readShown(data: unknown): readonly ShownSlide[] | undefined {
  if (!isRecord(data) || !Array.isArray(data.slides)) return undefined;
  return data.slides.flatMap((slide: unknown) => {
    if (!isRecord(slide) || typeof slide.anchor !== "string" || typeof slide.slide !== "number") return [];
    const { anchor, slide: number, title, seconds } = slide;
    return [{ anchor, slide: number, title: typeof title === "string" ? title : "", seconds: typeof seconds === "number" ? seconds : 0 }];
  });
}
