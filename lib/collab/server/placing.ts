import * as encoding from "lib0/encoding";
import * as Y from "yjs";

type Decoded = ReturnType<typeof Y.decodeUpdate>;
type Struct = Decoded["structs"][number];
/** How far the text of a client is known. */
type StateOf = (client: number) => number;

/** What an update has of one client, in order. */
interface Line {
  readonly structs: Struct[];
  /** The first of them that has no place yet. */
  next: number;
  /** How far this client's text is known by now, and would be with all of them. */
  reached: number;
  end: number;
  /** Its next struct waits for another client's, or for ever. */
  state: "open" | "waiting" | "stopped";
}

/**
 * Does a part of an update build on itself by way of others, so that nothing that may come ever gives it a place? Takes time
 * in proportion to the update.
 */
export function isCircular({ structs }: Decoded, stateOf: StateOf): boolean {
  return place(structs, stateOf).isCircular;
}

/** The same update without what has no place, in text and in deletions. */
export function placeableOf({ structs, ds }: Decoded, stateOf: StateOf): Uint8Array {
  const { lines } = place(structs, stateOf);
  const encoder = new Y.UpdateEncoderV1();
  const write = (...numbers: readonly number[]) => numbers.forEach((number) => encoding.writeVarUint(encoder.restEncoder, number));
  const parts = [...lines].filter(([, { next }]) => next > 0);
  write(parts.length);
  for (const [client, line] of parts) {
    const placed = line.structs.slice(0, line.next);
    write(placed.length, client, placed[0]?.id.clock ?? 0);
    for (const struct of placed) struct.write(encoder, 0);
  }
  write(ds.clients.size);
  for (const [client, ranges] of ds.clients) {
    const end = lines.get(client)?.reached ?? stateOf(client);
    const known = ranges.filter(({ clock }) => clock < end);
    write(client, known.length);
    for (const { clock, len } of known) write(clock, Math.min(len, end - clock));
  }
  return encoder.toUint8Array();
}

/** Gives each struct its place once the two beside it have theirs, as Yjs does. */
function place(structs: Decoded["structs"], stateOf: StateOf): { readonly lines: ReadonlyMap<number, Line>; readonly isCircular: boolean } {
  const lines = linesOf(structs, stateOf);
  let isCircular = false;
  for (const first of lines.values()) {
    if (first.state === "stopped") continue;
    /** Each but the last waits until the one after it has reached so much. */
    const stack = [{ line: first, goal: Number.POSITIVE_INFINITY }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const { line, goal } = top;
      const struct = line.structs[line.next];
      if (struct === undefined || line.reached > goal) {
        stack.pop();
        continue;
      }
      line.state = "open";
      const ahead = aheadOf(struct, line, { lines, stateOf });
      if (ahead === undefined) {
        line.next++;
        line.reached = Math.max(line.reached, struct.id.clock + struct.length);
      } else if (ahead !== "nowhere" && ahead.line.state === "open") {
        line.state = "waiting";
        stack.push(ahead);
      } else {
        isCircular ||= ahead !== "nowhere" && ahead.line.state === "waiting";
        for (const { line: stopped } of stack.splice(0)) stopped.state = "stopped";
      }
    }
  }
  return { lines, isCircular };
}

function linesOf(structs: Decoded["structs"], stateOf: StateOf): ReadonlyMap<number, Line> {
  const lines = new Map<number, Line>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    let line = lines.get(client);
    if (line === undefined) {
      const state = stateOf(client);
      line = { structs: [], next: 0, reached: state, end: state, state: "open" };
      lines.set(client, line);
    }
    line.structs.push(struct);
    line.end = Math.max(line.end, clock + struct.length);
  }
  return lines;
}

interface Surroundings {
  readonly lines: ReadonlyMap<number, Line>;
  readonly stateOf: StateOf;
}

/** Whose text has to come before a struct can have its place, and how much of it; "nowhere" where that is not here. */
function aheadOf(
  struct: Struct,
  { reached }: Line,
  { lines, stateOf }: Surroundings,
): { readonly line: Line; readonly goal: number } | "nowhere" | undefined {
  const { client, clock } = struct.id;
  if (clock > reached || (struct instanceof Y.Skip && clock + struct.length > reached)) return "nowhere";
  if (!(struct instanceof Y.Item)) return undefined;
  for (const beside of [struct.origin, struct.rightOrigin]) {
    // What a client builds on of its own stands before it, or is refused.
    if (beside === null || beside.client === client) continue;
    const line = lines.get(beside.client);
    if (beside.clock < (line?.reached ?? stateOf(beside.client))) continue;
    return line !== undefined && beside.clock < line.end ? { line, goal: beside.clock } : "nowhere";
  }
  return undefined;
}
