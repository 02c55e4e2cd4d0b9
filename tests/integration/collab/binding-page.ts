import "monaco-editor/features/find/register";
import * as monaco from "monaco-editor/editor";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { createLocalSource } from "@/lib/collab/client/local-source";
import { bindMonaco } from "@/lib/collab/client/monaco-binding";
import { publishSelections } from "@/lib/collab/client/presence";
import { personColors } from "@/lib/collab/protocol/person-color";

// What runs in the browser of monaco-binding.test.ts: one editor, and a co-author on a document of their own.
const lines = Array.from({ length: 100 }, (_, index) => `line ${index + 1}`).join("\n");
const source = createLocalSource(lines, { name: "Ana", color: "#0b7285" });
const host = document.createElement("div");
host.className = "source-host";
host.style.cssText = "width: 700px; height: 300px";
document.body.append(host);
window.MonacoEnvironment = { getWorker: () => new Worker(URL.createObjectURL(new Blob([""]))) };
const model = monaco.editor.createModel(source.text.toString(), "plaintext");
const editor = monaco.editor.create(host, { model, wordWrap: "on" });
const refused: string[] = [];
const binding = bindMonaco({ monaco, editor, model, source, onRefused: (sentence) => refused.push(sentence) });

const peer = new Y.Doc();
const peerText = peer.getText("markdown");
const fromAna = { name: "Ana" };
const fromPeer = { name: "peer" };
Y.applyUpdate(peer, Y.encodeStateAsUpdate(source.doc), fromAna);
source.doc.on("update", (update: Uint8Array, origin: unknown) => {
  if (origin !== fromPeer) Y.applyUpdate(peer, update, fromAna);
});
peer.on("update", (update: Uint8Array, origin: unknown) => {
  if (origin !== fromAna) Y.applyUpdate(source.doc, update, fromPeer);
});
const peerAwareness = new Awareness(peer);
const showPeer = (anchor: number, head: number) => {
  peerAwareness.setLocalStateField("user", { id: "ben", name: "Ben", color: personColors[3] });
  publishSelections(peerAwareness, peerText, [{ anchor, head }]);
  applyAwarenessUpdate(source.awareness, encodeAwarenessUpdate(peerAwareness, [peer.clientID]), "test");
};
const isSame = () => model.getValue() === source.text.toString() && model.getValue() === peerText.toString();

const page = { monaco, source, model, editor, binding, peer, peerText, refused, showPeer, isSame };
export type BindingPage = typeof page;
Object.assign(window, { page });
