import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { maxTextBytes } from "@/lib/collab/protocol/limits";
import { judgeUpdate } from "@/lib/collab/server/guard-update";
import { createSizeLimits } from "@/lib/collab/server/size-limits";
import { copyOf, deck, updateBy } from "@/tests/unit/collab/server/written-docs";

/** A deck whose text is as large as a text may be, and what its limits say of an update to it. */
function full(lastCharacters: string) {
  const doc = deck("x".repeat(maxTextBytes - new TextEncoder().encode(lastCharacters).byteLength) + lastCharacters);
  const limits = createSizeLimits({ doc, text: doc.getText("markdown") }, { stateBytes: 0, maxStateBytes: Number.MAX_SAFE_INTEGER });
  const client = copyOf(doc);
  const excessOf = (update: Uint8Array) => {
    const verdict = judgeUpdate(doc, update, () => true);
    if (verdict.state !== "fine") throw new Error(`it was ${verdict.state}`);
    return limits.wouldExceed(update, verdict);
  };
  const excess = (change: (text: Y.Text) => void) => excessOf(updateBy(client, change));
  return { doc, client, excess, excessOf };
}

describe("[I14] a text of the largest size", () => {
  test("takes no more", () => {
    const { excess } = full("y");
    expect(excess((text) => text.insert(0, "z"))).toBe("text");
  });

  test("takes what replaces as much, counted in bytes", () => {
    const { excess } = full("äy");
    const replaced = (text: Y.Text) => {
      text.delete(maxTextBytes - 3, 1);
      text.insert(maxTextBytes - 3, "zz");
    };
    expect(excess(replaced)).toBeUndefined();
  });

  test("takes no more than it is rid of now: what is deleted already makes no room again", () => {
    const { doc, client, excessOf } = full("abc");
    const remove = updateBy(client, (text) => text.delete(0, 2));
    Y.applyUpdate(doc, remove);
    const insert = (words: string) => Y.mergeUpdates([remove, updateBy(copyOf(doc), (text) => text.insert(0, words))]);
    expect(excessOf(insert("12"))).toBeUndefined();
    expect(excessOf(insert("123"))).toBe("text");
  });
});
