import { inviteInto, unreachable } from "@/lib/player/drive/invite-phone";
import type { TalkSession } from "@/lib/player/drive/session";
import { createSheet } from "@/lib/player/drive/sheet";
import { element } from "@/lib/player/dom";

/** What presenters are asked or shown about a talk: ending it, handing it over, pairing a phone. */
export interface TalkDialogs {
  readonly end: () => void;
  readonly handOver: () => void;
  readonly pair: () => void;
  /** This page knows an address for phones. */
  readonly canPair: boolean;
  readonly stop: () => void;
}

/** Puts one closed sheet into the page, in which each of them opens. */
export function createTalkDialogs(session: TalkSession): TalkDialogs {
  const sheet = createSheet();
  const phone = document.querySelector<HTMLTemplateElement>("template#stage-remote");
  const button = (words: string, act: () => void, className = "") => {
    const made = element("button", { type: "button", class: className }, words);
    made.addEventListener("click", act);
    return made;
  };
  const closing = (words: string) => button(words, sheet.close);
  return {
    end: () => {
      const watching = session.state().talk?.watching ?? 0;
      const end = button("End talk", () => void session.end().then(sheet.close), "talk-sheet-main");
      sheet.open("End the talk?", [
        element("p", {}, endWords(watching)),
        element("p", { class: "talk-sheet-buttons" }, closing("Go on presenting"), end),
      ]);
    },
    handOver: () => {
      const buttons = element("p", { class: "talk-sheet-buttons" }, closing("Close"));
      const show = (...content: readonly Node[]) => sheet.fill([...content, buttons]);
      sheet.open("Hand over to", [element("p", {}, "Looking who may present…"), buttons]);
      void session.presenters().then((all) => {
        const others = all?.filter(({ id }) => id !== session.state().talk?.driver?.id) ?? [];
        if (others.length === 0) return show(element("p", {}, handOverWords(all !== undefined)));
        const people = others.map(({ id, name }) =>
          element(
            "li",
            {},
            button(name, () => void session.drive(id).then(sheet.close)),
          ),
        );
        show(element("p", {}, "From then on their keys move the audience, and yours move your own view."), element("ul", {}, ...people));
      });
    },
    pair: () => {
      const close = () => element("p", { class: "talk-sheet-buttons" }, closing("Close"));
      if (session.state().talk) return void inviteInto(sheet, session, close);
      if (!phone) return;
      const address = phone.content.querySelector(".remote-address")?.textContent ?? "";
      sheet.open("Your phone as the remote", [phone.content.cloneNode(true), ...unreachable(address), close()]);
    },
    canPair: phone !== null,
    stop: sheet.stop,
  };
}

function handOverWords(isKnown: boolean): string {
  return isKnown
    ? "Nobody else may present this deck. Share it with them first: the right to present is enough."
    : "The server can't be reached. Try again when the network is back.";
}

/** What ending a talk does to whoever follows it. */
export function endWords(watching: number): string {
  const who =
    watching === 0
      ? "Nobody is watching now."
      : watching === 1
        ? "One person is watching: their page stops following."
        : `${watching} people are watching: their pages stop following.`;
  return `${who} The link then shows the newest slides again, for everybody to leaf through, and the clock of this talk stops for good.`;
}
