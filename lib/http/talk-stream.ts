import { eventFrame, heartbeat } from "@/lib/audience/sink";
import { AppError } from "@/lib/errors";
import { eventStreamHeaders } from "@/lib/http/answers";
import { requirePresenter, talkInfoFor, type TalkInput } from "@/lib/http/talks";
import { runInBackground } from "@/lib/log";
import { streamBeatMs } from "@/lib/player";
import { readTalk } from "@/lib/workspace/talks/talk-row";

/** A talk as its presenters see it, now and whenever anything of it changes, for as long as this person or phone may present. */
export async function streamTalk({ runtime, request, presenter, deckId, talkId }: TalkInput): Promise<Response> {
  await readTalk(runtime.pool, deckId, talkId);
  let stop: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let sent = "";
      let isOpen = true;
      let isTelling = false;
      let isAsked = false;

      async function tell(): Promise<void> {
        isTelling = true;
        while (isAsked && isOpen) {
          isAsked = false;
          // The right may be gone by now, and the phone disconnected.
          await requirePresenter({ runtime, request }, { deckId, session: presenter.phone ? undefined : presenter });
          const { nowMs, ...talk } = await talkInfoFor(runtime, await readTalk(runtime.pool, deckId, talkId), presenter);
          const text = JSON.stringify(talk);
          if (text !== sent && isOpen) controller.enqueue(eventFrame({ ...talk, nowMs }, { id: talk.rev }));
          sent = text;
        }
        isTelling = false;
      }
      function fail(error: unknown): void {
        isTelling = false;
        if (!(error instanceof AppError)) throw error;
        if (!isOpen) return;
        stop();
        controller.enqueue(eventFrame({ sentence: error.sentence }, { event: "gone" }));
        controller.close();
      }
      const ask = () => {
        isAsked = true;
        if (!isTelling) runInBackground(tell().catch(fail), runtime.log, "a talk could not be told to its presenters");
      };

      const unlisten = runtime.audience.listen(deckId, ask);
      const beats = setInterval(() => {
        controller.enqueue(heartbeat);
        ask();
      }, streamBeatMs);
      stop = () => {
        isOpen = false;
        unlisten();
        clearInterval(beats);
      };
      ask();
    },
    cancel: () => stop(),
  });
  return new Response(body, { headers: eventStreamHeaders });
}
