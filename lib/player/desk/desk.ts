import { createNotesPane } from "@/lib/player/desk/notes-pane";
import { createPicture } from "@/lib/player/desk/picture";
import { createDeskTime } from "@/lib/player/desk/time";
import { createLocalWatch, type Watch } from "@/lib/player/desk/watch";
import { element, listen, stopAll } from "@/lib/player/dom";
import type { Behaviour, Player } from "@/lib/player/player";
import { pointOn } from "@/lib/player/pointer";
import { createSlideList } from "@/lib/player/slide-list";
import { following } from "@/lib/player/state";
import { linkWindows } from "@/lib/player/window-link";

export interface DeskOptions {
  readonly watch?: Watch;
  /** What a desk has where there is a server to hold a talk. */
  readonly createTalkBar?: (player: Player) => { readonly box: HTMLElement; readonly stop: () => void };
}

/** The presenter's desk: this slide, the next step, notes, time, and a list of all slides. */
export function createDesk({ watch = createLocalWatch(), createTalkBar }: DeskOptions = {}): Behaviour {
  return (player) => {
    const time = createDeskTime(player, watch);
    const current = createPicture(player, "Now");
    const next = createPicture(player, "Next");
    const notes = createNotesPane(player);
    const list = createSlideList(player, (slide) => player.move({ type: "go", slide }));
    const talk = createTalkBar?.(player);
    const place = element("output", { class: "desk-place", "aria-live": "off" });
    const blank = element("button", { type: "button", "data-command": "blank" }, "Blank");
    const pointer = element("button", { type: "button", "data-command": "pointer" }, "Pointer");
    const back = element("button", { type: "button", "data-command": "previous" }, "Back");
    const forward = element("button", { type: "button", "data-command": "next", class: "desk-forward" }, "Next");
    const buttons = element("div", { class: "desk-buttons" }, pointer, blank, back, forward);
    const head = element("header", { class: "desk-head" }, time.box, place, buttons, time.meter, ...(talk ? [talk.box] : []));
    const notesBox = element(
      "section",
      { class: "desk-notes", "aria-label": "Notes" },
      element("header", {}, element("h2", {}, "Notes"), ...notes.buttons),
      notes.text,
    );
    const nav = element("nav", { class: "desk-list", "aria-label": "All slides" }, ...list.parts);
    const title = element("h1", { class: "stage-announcer" }, "Presenter's desk");
    const page = element("main", { class: "desk", "aria-label": "Presenter's desk" }, title, head, current.box, next.box, notesBox, nav);
    player.root.hidden = true;
    document.documentElement.dataset.desk = "";
    document.body.prepend(page);

    const update = () => {
      const position = player.position();
      const steps = player.fragments[position.slide] ?? 0;
      current.show(position);
      next.show(following(position, player.fragments));
      notes.show(position.slide);
      list.show(position.slide);
      place.replaceChildren(
        `${position.slide + 1} / ${player.total}`,
        ...(steps > 0 ? [element("span", {}, `step ${position.step} of ${steps}`)] : []),
      );
    };
    update();
    const drawBlank = () => {
      current.box.toggleAttribute("data-blank", player.isBlank());
      blank.setAttribute("aria-pressed", String(player.isBlank()));
    };

    return stopAll([
      player.onMove(update),
      player.onReplace(() => {
        for (const picture of [current, next]) picture.refresh();
        list.refresh();
        update();
      }),
      player.onMove(({ isQuiet }) => {
        // The clock starts with the first step; a talk's own is started where the talk is driven.
        const { elapsedMs, runningSinceMs } = watch.read();
        if (!isQuiet && runningSinceMs === undefined && elapsedMs === 0 && watch.undo === undefined && watch.startsHere()) watch.act("start");
      }),
      player.onMove(({ isRemote }) => player.setBlank(false, { isRemote })),
      player.handle("blank", () => player.setBlank(!player.isBlank())),
      player.onBlank(drawBlank),
      player.handle("contents", () => list.search.focus()),
      player.handle("overview", () => list.search.focus()),
      // The keys go on with the talk then.
      listen(list.search, "keydown", ({ key }) => {
        if (key === "Escape") list.search.blur();
      }),
      pointOn(player, () => current.frame),
      linkToStage(player),
      listen(page, "click", (event) => {
        const command = event.target instanceof Element ? event.target.closest("button")?.dataset.command : undefined;
        if (command === "next" || command === "previous" || command === "blank" || command === "pointer") player.run(command);
      }),
      time.stop,
      () => {
        talk?.stop();
        page.remove();
        player.root.hidden = false;
        delete document.documentElement.dataset.desk;
      },
    ]);
  };
}

/** The stage that opened this desk, or that shows the deck in another window, goes along. */
function linkToStage(player: Player): () => void {
  let isLinked = false;
  let stage = new URLSearchParams(location.search).get("stage") ?? undefined;
  const link = linkWindows((message) => {
    if (message.role !== "stage" || (stage !== undefined && message.stage !== stage)) return;
    switch (message.type) {
      case "at":
        stage = message.stage;
        // The first answer only says where the stage stands: the talk has not gone on.
        player.move({ type: "go", ...message.position }, { isRemote: true, isQuiet: !isLinked });
        isLinked = true;
        return;
      case "blank":
        return player.setBlank(message.isBlank, { isRemote: true });
      case "hello":
        return greet();
      case "point":
        return;
    }
  });
  const greet = () => link.send({ type: "hello", role: "desk", stage });
  greet();
  return stopAll([
    player.onMove(({ position, isRemote }) => {
      if (!isRemote && stage !== undefined) link.send({ type: "at", role: "desk", stage, position });
    }),
    player.onBlank(({ isBlank, isRemote }) => {
      if (!isRemote && stage !== undefined) link.send({ type: "blank", role: "desk", stage, isBlank });
    }),
    player.onPoint(({ spot, isRemote }) => {
      if (!isRemote && stage !== undefined) link.send({ type: "point", role: "desk", stage, spot });
    }),
    link.stop,
  ]);
}
