/** What a presenter's page loads, be it stage, desk or phone: the entry of its script. */
import { announce } from "@/lib/player/announce";
import { createDesk } from "@/lib/player/desk/desk";
import { deskView } from "@/lib/player/desk/desk-view";
import { createLocalWatch, createTalkWatch } from "@/lib/player/desk/watch";
import { createDeskBar } from "@/lib/player/drive/desk-bar";
import { createDrive } from "@/lib/player/drive/drive";
import { createRemote } from "@/lib/player/drive/remote";
import { openSession, type TalkSession } from "@/lib/player/drive/session";
import { createStageBar } from "@/lib/player/drive/stage-bar";
import { keyboard } from "@/lib/player/keyboard";
import { moves } from "@/lib/player/moves";
import { ownKeys } from "@/lib/player/own-keys/listen";
import type { Behaviour } from "@/lib/player/player";
import { readView } from "@/lib/player/read-view";
import { slidesView } from "@/lib/player/slides-view";
import { findStage, startPlayer } from "@/lib/player/start";
import { touch } from "@/lib/player/touch";
import { viewOf, type PlayerView } from "@/lib/player/view";
import { wakeLock } from "@/lib/player/wake-lock";

const root = findStage();
// Whoever may not drive a talk gets a page without an address for it.
const talks = root?.dataset.talks;
if (root)
  startPlayer(
    root,
    behavioursOf(viewOf(location), talks === undefined ? undefined : openSession(talks, { isPhone: root.dataset.phone !== undefined })),
  );

function behavioursOf(view: PlayerView, session: TalkSession | undefined): readonly Behaviour[] {
  if (view === "read") return readView;
  if (!session) return view === "desk" ? deskView(createDesk()) : [...slidesView, ownKeys];
  const drive = createDrive(session);
  if (view === "remote") return [moves, createRemote(session), announce, wakeLock, touch, ownKeys, keyboard, drive];
  if (view !== "desk") return [...slidesView, ownKeys, createStageBar(session), drive];
  const desk = createDesk({ watch: createTalkWatch(session, createLocalWatch()), createTalkBar: createDeskBar(session) });
  return [...deskView(desk), drive];
}
