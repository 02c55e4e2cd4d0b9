// The floor of opening a document: what Yjs takes to read its bytes, in a process as fresh as a server that has just started.
import * as Y from "yjs";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const state = new Uint8Array(Buffer.concat(chunks));
Y.applyUpdate(new Y.Doc(), new Uint8Array(Y.encodeStateAsUpdate(new Y.Doc())));
const sinceMs = performance.now();
Y.applyUpdate(new Y.Doc(), state);
console.log(performance.now() - sinceMs);
