import type { IncomingMessage, ServerResponse } from "node:http";
import { createSink } from "@/lib/audience/sink";
import { AppError } from "@/lib/errors";
import { eventStreamHeaders, json } from "@/lib/http/answers";
import { problemResponse } from "@/lib/http/problem";
import { keysOf } from "@/lib/http/public/link-key";
import { sendResponse, toRequest } from "@/lib/http/public/node-adapter";
import { refusal } from "@/lib/http/public/refusal";
import type { Runtime } from "@/lib/runtime";
import { publicAddress } from "@/lib/workspace/links/find-public";

export interface EventsOptions {
  readonly runtime: Runtime;
  readonly slug: string;
  readonly isDraining: boolean;
}

/** Pages that one process holds on streams; more are told to come to another, or to ask from time to time. */
const maxViewers = 20_000;

/**
 * `/p/<slug>/events`: where a talk stands, as Server-Sent Events; with `?poll=1` once, as JSON, for networks that hold
 * streams back; with `?v=` for a page that shows what was presented, with `?away=1` while its reader has left the talk's
 * slide, which is counted and nothing else. Written by hand on the socket: a hall of people is one frame, and none of them waits for a slow one.
 */
export async function answerEvents(req: IncomingMessage, res: ServerResponse, { runtime, slug, isDraining }: EventsOptions): Promise<void> {
  const { audience } = runtime;
  const request = toRequest(req);
  const opens = keysOf(request.headers, { slug, env: runtime.env });
  const { searchParams } = new URL(request.url);
  const address = publicAddress(slug, searchParams.get("v"));
  if (searchParams.get("poll") === "1") {
    const found = await audience.look(address, opens);
    const answer = found.state === "there" ? json(200, found.live, { headers: { "cache-control": "no-store" } }) : refusal(found.state);
    return sendResponse(req, res, answer);
  }
  if (isDraining || audience.stats().viewers >= maxViewers) {
    return sendResponse(req, res, problemResponse(new AppError("unavailable", "This server holds as many viewers as it can.", { retryAfterS: 2 })));
  }
  const left = new AbortController();
  res.once("close", () => left.abort());
  const sink = createSink(res);
  const leave = await audience.follow(
    address,
    {
      ...sink,
      send: (frame) => {
        // The answer begins with the first state: until then it can still become an error.
        if (!res.headersSent) res.writeHead(200, eventStreamHeaders);
        sink.send(frame);
      },
    },
    { opens, isAway: searchParams.get("away") === "1" },
  );
  if (typeof leave === "string") return sendResponse(req, res, refusal(leave));
  if (left.signal.aborted) leave();
  else res.once("close", leave);
}
