import { leftWords, paceOf, planOf, type Plan } from "@/lib/player/desk/pace";
import type { Watch } from "@/lib/player/desk/watch";
import { createSlideTime, slideTimeWords } from "@/lib/player/desk/slide-time";
import { element, listen, setText, stopAll } from "@/lib/player/dom";
import type { Player } from "@/lib/player/player";
import { clockText, elapsedMs } from "@/lib/player/stopwatch";

const tickMs = 250;

/** The desk's time: elapsed, what is left, the pace in words and colour, the clock; and a bar of the whole. */
export function createDeskTime(player: Player, watch: Watch): { readonly box: HTMLElement; readonly meter: HTMLElement; readonly stop: () => void } {
  const elapsed = element("output", { class: "desk-elapsed", "aria-label": "Elapsed time", "aria-live": "off" });
  const left = element("span", { class: "desk-left" });
  const pace = element("span", { class: "desk-pace" });
  const clock = element("time", { class: "desk-clock", "aria-label": "Clock" });
  const slide = element("span", { class: "desk-slide-time" });
  const toggle = element("button", { type: "button" });
  const reset = element("button", { type: "button" }, "Reset");
  const wasReset = element("span", { class: "desk-was-reset", role: "status" });
  const undo = element("button", { type: "button" }, "Undo reset");
  const plan = element("div", { class: "desk-plan" }, pace, left, slide);
  const box = element("div", { class: "desk-time" }, elapsed, plan, toggle, reset, wasReset, undo, clock);
  const meter = element("div", { class: "desk-meter", "aria-hidden": "true" });
  const onSlide = createSlideTime(player, watch);

  const draw = () => {
    const now = Date.now();
    const time = watch.read();
    const ms = elapsedMs(time, now);
    elapsed.textContent = clockText(ms);
    clock.textContent = new Date(now).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    toggle.textContent = time.runningSinceMs !== undefined ? "Pause" : ms > 0 ? "Go on" : "Start";
    const canUndo = watch.undo !== undefined;
    reset.hidden = canUndo || ms === 0;
    undo.hidden = !canUndo;
    setText(wasReset, canUndo ? "Clock reset" : "");
    drawPlan(planOfPlayer(player), ms);
  };
  const drawPlan = (plan: Plan | undefined, ms: number) => {
    const { slide: at } = player.position();
    const { words, isOver } = slideTimeWords(plan, at, onSlide.ms(Date.now()));
    slide.textContent = ms > 0 ? `This slide ${words}` : "";
    slide.toggleAttribute("data-over", isOver);
    meter.hidden = plan === undefined;
    const now = plan && ms > 0 ? paceOf(plan, player.position().slide, ms) : undefined;
    pace.hidden = now === undefined;
    pace.textContent = now?.words ?? "";
    pace.dataset.pace = now?.state ?? "";
    meter.dataset.pace = now?.state ?? "";
    left.textContent = plan ? (ms > 0 ? `${leftWords(plan, ms)} of ${clockText(plan.totalMs)}` : `of ${clockText(plan.totalMs)}`) : "";
    if (!plan) return;
    meter.style.setProperty("--elapsed", String(Math.min(1, ms / plan.totalMs)));
    meter.style.setProperty("--due", String(Math.min(1, (plan.starts[player.position().slide] ?? 0) / plan.totalMs)));
  };
  const timer = setInterval(draw, tickMs);
  draw();

  return {
    box,
    meter,
    stop: stopAll([
      () => clearInterval(timer),
      player.onMove(draw),
      listen(toggle, "click", () => {
        watch.act(watch.read().runningSinceMs === undefined ? "start" : "pause");
        draw();
      }),
      listen(reset, "click", () => {
        watch.act("reset");
        draw();
      }),
      listen(undo, "click", () => {
        watch.undo?.();
        draw();
      }),
      onSlide.stop,
    ]),
  };
}

/** Times that slides and deck are planned with, as the document tells them. */
export function planOfPlayer({ slides, root }: Player): Plan | undefined {
  const seconds = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  return planOf(
    slides.map(({ section }) => seconds(section.dataset.duration)),
    seconds(root.dataset.duration),
  );
}
