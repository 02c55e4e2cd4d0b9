import { createNotesPane } from "@/lib/player/desk/notes-pane";
import { leftWords, paceOf } from "@/lib/player/desk/pace";
import { createPicture } from "@/lib/player/desk/picture";
import { createSlideTime, slideTimeWords } from "@/lib/player/desk/slide-time";
import { planOfPlayer } from "@/lib/player/desk/time";
import { slideName } from "@/lib/player/announce";
import { placeOf } from "@/lib/player/drive/drive";
import { remoteZone, type RemoteZone } from "@/lib/player/drive/remote-zone";
import type { TalkSession } from "@/lib/player/drive/session";
import { audienceWords, talkWords } from "@/lib/player/drive/words";
import { element, listen, setText, stopAll } from "@/lib/player/dom";
import type { Behaviour } from "@/lib/player/player";
import { following } from "@/lib/player/state";
import { clockText, elapsedMs, stopped } from "@/lib/player/stopwatch";

const tickMs = 500;
const tickOfHandMs = 12;

/** The phone in a speaker's hand: next on the lower 60 % of the screen, and above it place, time, notes and the way back. */
export function createRemote(session: TalkSession): Behaviour {
  return (player) => {
    const place = element("output", { class: "remote-place", "aria-label": "Place", "aria-live": "off" });
    const time = element("output", { class: "remote-time", "aria-label": "Time", "aria-live": "off" });
    const slideTime = element("span", { class: "remote-slide-time" });
    const state = element("p", { role: "status" });
    const audience = element("span", { class: "remote-audience" });
    const line = element("div", { class: "remote-state" }, state, audience);
    const notes = createNotesPane(player, { size: 1 });
    const back = element("button", { type: "button", class: "remote-back" }, "Back");
    const blank = element("button", { type: "button" }, "Blank");
    const picture = createPicture(player, "Next");
    const zoneWords = element("span", { class: "remote-zone-words" });
    const zoneMore = element("span", { class: "remote-zone-more" });
    const zone = element(
      "button",
      { type: "button", class: "remote-zone" },
      element("span", { class: "remote-zone-head" }, zoneWords, zoneMore),
      picture.box,
    );
    const page = element(
      "main",
      { class: "remote", "aria-label": "Remote" },
      element("h1", { class: "stage-announcer" }, "Remote"),
      element("header", { class: "remote-head" }, place, element("div", { class: "remote-times" }, time, slideTime)),
      line,
      notes.text,
      element("div", { class: "remote-row" }, back, blank, ...notes.buttons),
      zone,
    );
    const onSlide = createSlideTime(player, {
      read: () => session.state().talk?.watch ?? stopped,
      slideSinceMs: () => session.state().talk?.slideSinceMs,
    });
    player.root.hidden = true;
    document.documentElement.dataset.desk = "";
    document.body.prepend(page);
    let shown = -1;
    let act: RemoteZone["act"] = "none";

    const draw = () => {
      const position = player.position();
      const steps = player.fragments[position.slide] ?? 0;
      const next = following(position, player.fragments);
      const { talk } = session.state();
      place.replaceChildren(
        element("b", {}, String(position.slide + 1)),
        ` / ${player.total}`,
        ...(steps > 0 ? [element("span", {}, `step ${position.step}/${steps}`)] : []),
      );
      const { text, tone } = talkWords(session.state());
      const sentence = session.state().problem ?? (talk ? text : slideName(player, position.slide));
      setText(state, sentence);
      setText(audience, talk?.isDriver ? audienceWords(talk) : "");
      line.dataset.tone = session.state().problem === undefined ? tone : "warning";
      if (shown !== position.slide) notes.show((shown = position.slide));
      const words = remoteZone({
        isPhone: player.root.dataset.phone !== undefined,
        talk,
        hasNext: next !== undefined,
        isSameSlide: next?.slide === position.slide,
      });
      act = words.act;
      zone.dataset.act = act;
      zoneWords.textContent = words.text;
      zoneMore.textContent = words.act === "next" && next && next.slide !== position.slide ? slideName(player, next.slide) : words.more;
      picture.box.hidden = words.act !== "next" || next === undefined;
      if (!picture.box.hidden) picture.show(next);
      blank.setAttribute("aria-pressed", String(player.isBlank()));
      blank.textContent = player.isBlank() ? "Show" : "Blank";
      drawTime();
    };
    const drawTime = () => {
      const watch = session.state().talk?.watch;
      const ms = watch ? elapsedMs(watch, Date.now()) : 0;
      const plan = planOfPlayer(player);
      time.textContent = plan ? leftWords(plan, ms) : clockText(ms);
      const { words, isOver } = slideTimeWords(plan, player.position().slide, onSlide.ms(Date.now()));
      slideTime.textContent = ms > 0 ? `Slide ${words}` : "";
      slideTime.toggleAttribute("data-over", isOver);
      time.dataset.pace = plan && ms > 0 ? paceOf(plan, player.position().slide, ms).state : "";
    };
    draw();
    const timer = setInterval(drawTime, tickMs);

    return stopAll([
      () => clearInterval(timer),
      onSlide.stop,
      session.onChange(draw),
      player.onMove(({ isRemote }) => {
        // Felt without looking; browsers without it do without it.
        if (!isRemote) navigator.vibrate?.(tickOfHandMs);
        draw();
      }),
      player.onMove(({ isRemote }) => player.setBlank(false, { isRemote })),
      player.onReplace(() => {
        shown = -1;
        picture.refresh();
        draw();
      }),
      player.onBlank(draw),
      player.handle("blank", () => player.setBlank(!player.isBlank())),
      listen(back, "click", () => void player.run("previous")),
      listen(blank, "click", () => void player.run("blank")),
      listen(zone, "click", () => {
        switch (act) {
          case "next":
            return void player.run("next");
          case "start":
            return void session.start({ peeking: true, place: placeOf(player) });
          case "take-over":
            return void session.drive();
          case "none":
            return;
        }
      }),
      () => {
        page.remove();
        player.root.hidden = false;
        delete document.documentElement.dataset.desk;
      },
    ]);
  };
}
