import { createTalkDialogs } from "@/lib/player/drive/dialogs";
import { placeOf } from "@/lib/player/drive/drive";
import type { TalkSession } from "@/lib/player/drive/session";
import { audienceWords, phoneWords, talkWords, updateWords } from "@/lib/player/drive/words";
import { element, listen, setText, stopAll } from "@/lib/player/dom";
import type { Player } from "@/lib/player/player";

/** The desk's line about the talk: going live, who watches, how the connection is, and what a driver can do. */
export function createDeskBar(session: TalkSession): (player: Player) => { readonly box: HTMLElement; readonly stop: () => void } {
  return (player) => {
    const dialogs = createTalkDialogs(session);
    const button = (words: string, act: () => void, className = "") => {
      const made = element("button", { type: "button", class: className }, words);
      made.addEventListener("click", act);
      return made;
    };
    const status = element("span", { class: "desk-talk-state", role: "status" });
    const audience = element("span", { class: "desk-audience" });
    const problem = element("span", { class: "desk-problem", role: "alert" });
    const peeking = element("input", { type: "checkbox" });
    peeking.checked = true;
    const peekingLabel = element("label", { class: "desk-peeking" }, peeking, "Viewers may look ahead");
    const live = button("Go live", () => void session.start({ peeking: peeking.checked, place: placeOf(player) }), "desk-live");
    const takeOver = button("Take over", () => void session.drive(), "desk-live");
    const update = button("", () => void session.update(), "desk-update");
    const handOver = button("Hand over", dialogs.handOver);
    const phone = button("Phone remote", dialogs.pair, "desk-phone");
    const phones = element("span", { class: "desk-phones", role: "status" });
    const disconnect = button("Disconnect", () => void session.disconnectPhones());
    const end = button("End talk", dialogs.end);
    const given = element("a", { class: "desk-given", href: `/decks/${player.root.dataset.deck ?? ""}/talks`, target: "_blank" }, "Talks given");
    const box = element(
      "div",
      { class: "desk-talk", role: "region", "aria-label": "Talk" },
      live,
      status,
      audience,
      peekingLabel,
      problem,
      element("span", { class: "desk-space" }),
      update,
      takeOver,
      phones,
      disconnect,
      phone,
      given,
      handOver,
      end,
    );

    const draw = () => {
      const state = session.state();
      const { talk } = state;
      const words = talkWords(state);
      setText(status, talk ? words.text : "Then everybody with the public link follows you");
      status.dataset.tone = words.tone;
      setText(audience, talk ? audienceWords(talk) : "");
      setText(phones, talk ? phoneWords(talk.phones.length) : "");
      disconnect.hidden = talk === undefined || talk.phones.length === 0;
      if (talk) peeking.checked = talk.isPeeking;
      setText(problem, state.problem ?? "");
      const newer = talk?.isDriver ? updateWords(talk.changed) : undefined;
      setText(update, newer ?? "");
      update.hidden = newer === undefined;
      live.hidden = given.hidden = talk !== undefined;
      takeOver.hidden = talk === undefined || talk.isDriver;
      handOver.hidden = end.hidden = talk?.isDriver !== true;
      phone.hidden = !dialogs.canPair || (talk?.phones.length ?? 0) > 0;
      for (const one of [live, takeOver, update, peeking]) one.disabled = state.isBusy;
    };
    draw();
    const peek = () => {
      if (session.state().talk) void session.peek(peeking.checked);
    };
    return { box, stop: stopAll([session.onChange(draw), listen(peeking, "change", peek), dialogs.stop]) };
  };
}
