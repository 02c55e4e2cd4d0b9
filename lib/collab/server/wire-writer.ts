import type { Duplex } from "node:stream";

/** Writes a message to the connection of an open WebSocket; it leaves at the end of this turn. */
export type WireWriter = (wire: Duplex, message: Uint8Array) => void;

/**
 * A system call is what a small message costs most, so text, carets and answers of one turn share one. What goes to many
 * is framed once: a server's frames are the same for everybody, and `ws` would make each anew.
 */
export function createWriter(): WireWriter {
  let corked = new Set<Duplex>();
  let last: { readonly message: Uint8Array; readonly frame: Uint8Array } | undefined;

  function uncork(): void {
    const wires = corked;
    corked = new Set();
    last = undefined;
    for (const wire of wires) wire.uncork();
  }

  return (wire, message) => {
    if (corked.size === 0) process.nextTick(uncork);
    if (!corked.has(wire)) {
      corked.add(wire);
      wire.cork();
    }
    if (last?.message !== message) last = { message, frame: frameOf(message) };
    wire.write(last.frame);
  };
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
