import type { Duplex } from "node:stream";

/** Writes a message to the connection of an open WebSocket, and with it what may go with it. */
export type WireWriter = (wire: Duplex, message: Uint8Array, company?: Uint8Array) => void;

/**
 * Somebody waits for the first message of a turn: it leaves at once. A system call is what a small one costs most, so
 * what else goes to the same connection in that turn leaves together at its end. What goes to many is framed once: a
 * server's frames are the same for everybody, and `ws` would make each anew.
 */
export function createWriter(): WireWriter {
  let written = new Set<Duplex>();
  let last: { readonly message: Uint8Array; readonly company: Uint8Array | undefined; readonly frames: Uint8Array } | undefined;

  function endTurn(): void {
    const wires = written;
    written = new Set();
    last = undefined;
    for (const wire of wires) if (wire.writableCorked > 0) wire.uncork();
  }

  return (wire, message, company) => {
    if (written.size === 0) process.nextTick(endTurn);
    if (!written.has(wire)) written.add(wire);
    else if (wire.writableCorked === 0) wire.cork();
    if (last?.message !== message || last.company !== company) last = { message, company, frames: framesOf(message, company) };
    wire.write(last.frames);
  };
}

function framesOf(message: Uint8Array, company: Uint8Array | undefined): Uint8Array {
  return company === undefined ? frameOf(message) : Buffer.concat([frameOf(message), frameOf(company)]);
}

const finalBinary = 0x82;

/** A binary message as a server writes it: whole, and not masked (RFC 6455, 5.2). */
function frameOf(message: Uint8Array): Uint8Array {
  const { byteLength } = message;
  const headBytes = byteLength < 126 ? 2 : byteLength < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headBytes + byteLength);
  frame[0] = finalBinary;
  frame[1] = headBytes === 2 ? byteLength : headBytes === 4 ? 126 : 127;
  if (headBytes === 4) frame.writeUInt16BE(byteLength, 2);
  if (headBytes === 10) frame.writeBigUInt64BE(BigInt(byteLength), 2);
  frame.set(message, headBytes);
  return frame;
}
