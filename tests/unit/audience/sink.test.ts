import { ServerResponse, IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { createSink, eventFrame } from "@/lib/audience/sink";

/** A response whose reader takes nothing until it is told to. */
function slowResponse() {
  const res = new ServerResponse(new IncomingMessage(new Socket()));
  const written: string[] = [];
  let isFull = false;
  res.write = (chunk: unknown) => {
    written.push(String(chunk));
    return !isFull;
  };
  return {
    res,
    written,
    stall: () => {
      isFull = true;
    },
    drain: () => {
      isFull = false;
      res.emit("drain");
    },
  };
}

test("[I19] a reader that stalls skips what is between, and gets the newest once it reads again", () => {
  const { res, written, stall, drain } = slowResponse();
  const sink = createSink(res);
  stall();
  for (const rev of [1, 2, 3, 4]) sink.send(eventFrame({ rev }, { id: rev }));
  sink.beat();
  expect(written).toEqual(['id: 1\ndata: {"rev":1}\n\n']);
  drain();
  expect(written.slice(1)).toEqual(['id: 4\ndata: {"rev":4}\n\n']);
  sink.send(eventFrame({ rev: 5 }, { id: 5 }));
  expect(written).toHaveLength(3);
});

test("a reader that drained and had nothing waiting gets nothing twice", () => {
  const { res, written, stall, drain } = slowResponse();
  const sink = createSink(res);
  stall();
  sink.send(eventFrame({ rev: 1 }));
  drain();
  drain();
  expect(written).toHaveLength(1);
});

test("an event says its name, and its data on one line whatever is in it", () => {
  expect(eventFrame({ sentence: "a\nb" }, { event: "gone" }).toString()).toBe('event: gone\ndata: {"sentence":"a\\nb"}\n\n');
});

test("a sign of life is an event that a page hears, and left out for a reader who stalls", () => {
  const { res, written, stall } = slowResponse();
  const sink = createSink(res);
  sink.beat();
  expect(written).toEqual(["event: beat\ndata: {}\n\n"]);
  stall();
  sink.send(eventFrame({ rev: 1 }));
  sink.beat();
  expect(written).toHaveLength(2);
});
