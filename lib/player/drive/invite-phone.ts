import { element } from "@/lib/player/dom";
import type { TalkSession } from "@/lib/player/drive/session";
import type { Sheet } from "@/lib/player/drive/sheet";
import { unreachableWords } from "@/lib/player/drive/words";

/** Shows a code that makes one phone the remote of the running talk, until it is scanned, has run out, or the sheet is closed. */
export async function inviteInto(sheet: Sheet, session: TalkSession, close: () => Node): Promise<void> {
  sheet.open("Your phone as the remote", [element("p", { role: "status" }, "Making a code…"), close()]);
  const before = session.state().talk?.phones.length ?? 0;
  const code = await session.invitePhone();
  if (!code) return sheet.fill([element("p", {}, "The server can't be reached, or the talk has ended. Try again in a moment."), close()]);
  const again = element("button", { type: "button" }, "Show another code");
  again.addEventListener("click", () => void inviteInto(sheet, session, close));
  const picture = new DOMParser().parseFromString(code.svg, "text/html").querySelector("svg");
  sheet.fill([
    element("div", { class: "remote-code" }, ...(picture ? [document.adoptNode(picture)] : [])),
    element(
      "p",
      {},
      "Scan this with your phone: nobody has to sign in on it. It shows your notes and moves the slides of this talk, until the talk ends.",
    ),
    element("p", { class: "remote-address" }, `${code.url} · for one phone, within five minutes`),
    ...unreachable(code.url),
    close(),
  ]);
  const timer = setTimeout(() => {
    stop();
    sheet.fill([element("p", { role: "status" }, "This code has run out."), element("p", {}, again), close()]);
  }, code.expiresAtMs - Date.now());
  const stop = session.onChange(() => {
    const isPaired = (session.state().talk?.phones.length ?? 0) > before;
    if (sheet.isOpen() && !isPaired) return;
    clearTimeout(timer);
    stop();
    if (isPaired) sheet.fill([element("p", { role: "status" }, "Your phone is connected. It can be disconnected here at any time."), close()]);
  });
}

/** Said beside an address that no phone can open. */
export function unreachable(address: string): readonly Node[] {
  const words = unreachableWords(address);
  return words === undefined ? [] : [element("p", { class: "remote-unreachable" }, words)];
}
