import { createTalkDialogs } from "@/lib/player/drive/dialogs";
import { placeOf } from "@/lib/player/drive/drive";
import type { TalkSession } from "@/lib/player/drive/session";
import { talkWords, updateWords } from "@/lib/player/drive/words";
import { element, listen, stopAll } from "@/lib/player/dom";
import type { Behaviour } from "@/lib/player/player";

/**
 * The talk on the stage: a button among the controls, which fade as they do, since the hall sees this screen; and a
 * line that stays for whoever does not drive.
 */
export function createStageBar(session: TalkSession): Behaviour {
  return (player) => {
    const dialogs = createTalkDialogs(session);
    const live = element("button", { type: "button", class: "stage-golive" });
    const update = element("button", { type: "button", class: "stage-update" });
    document.querySelector(".stage-controls")?.append(update, live);
    const words = element("span");
    const takeOver = element("button", { type: "button" }, "Take over");
    const banner = element("div", { class: "stage-bar stage-driver", role: "status" }, words, takeOver);
    document.body.append(banner);

    const draw = () => {
      const state = session.state();
      const { talk } = state;
      const { text, tone } = talkWords(state);
      live.hidden = talk !== undefined && !talk.isDriver;
      live.dataset.tone = tone;
      live.textContent = talk === undefined ? "Go live" : tone === "warning" ? "No connection" : `Live · ${talk.watching} watching`;
      live.title = talk === undefined ? "Everybody with the public link follows you then" : `${text}. Press to end the talk`;
      const newer = talk?.isDriver ? updateWords(talk.changed) : undefined;
      update.hidden = newer === undefined;
      update.textContent = newer ?? "";
      banner.hidden = talk === undefined || talk.isDriver;
      const sentence = state.problem ?? text;
      if (words.textContent !== sentence) words.textContent = sentence;
    };
    draw();
    return stopAll([
      session.onChange(draw),
      listen(live, "click", () => {
        if (session.state().talk) dialogs.end();
        else void session.start({ peeking: true, place: placeOf(player) });
      }),
      listen(update, "click", () => void session.update()),
      listen(takeOver, "click", () => void session.drive()),
      dialogs.stop,
      () => {
        for (const made of [live, update, banner]) made.remove();
      },
    ]);
  };
}
