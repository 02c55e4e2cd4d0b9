import { expect, test } from "vitest";
import { createEditorSession } from "@/components/editor/session/editor-session";
import { createWaitingSource } from "@/components/editor/session/waiting-source";

test("before there is a source the editor shows the server's text, and nothing can be written", () => {
  const source = createWaitingSource();
  const session = createEditorSession({
    source,
    render: {},
    initialMarkdown: "# Drawn by the server",
    files: undefined,
    schedule: () => () => undefined,
  });
  const stop = session.start();
  expect(session.live.snapshot().deck.title).toBe("Drawn by the server");
  expect(source.canEdit).toBe(false);
  expect(source.status.state).toBe("loading");
  stop();
  source.stop();
});

test("it says nobody is here", () => {
  expect(createWaitingSource().awareness.getStates().size).toBe(0);
});
