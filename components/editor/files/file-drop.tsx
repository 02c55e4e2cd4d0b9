"use client";
import { ImagePlus } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { endOfSlide, type PictureFit } from "@/components/editor/files/picture-syntax";
import { useSession } from "@/components/editor/session/use-session";
import type { EditorSession } from "@/components/editor/session/editor-session";
import { useToast } from "@/components/ui/toast";

/** Where a file over the page would go. */
type Target = { readonly kind: "text"; readonly offset: number } | { readonly kind: "slide"; readonly offset: number; readonly element: Element };

const slideSelector = ".preview-slide[data-index]";

/** Takes files dropped on the text or a slide, and files pasted while writing. */
export function FileDrop() {
  const session = useSession();
  const [target, setTarget] = useState<Target["kind"]>();
  const say = useToast();
  const take = useEffectEvent((files: readonly File[], offset: number, fit: PictureFit) => {
    if (session.uploads === undefined || !session.source.canEdit) return say(refusal(session), { tone: "error" });
    session.uploads.add(files, offset, fit);
  });

  useEffect(() => {
    let marked: Element | undefined;
    const mark = (next: Target | undefined) => {
      marked?.removeAttribute("data-drop");
      marked = next?.kind === "slide" ? next.element : undefined;
      marked?.setAttribute("data-drop", "");
      session.pane()?.markPlace(next?.kind === "text" ? next.offset : undefined);
      setTarget(next?.kind);
    };
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      // Also where nothing takes them: a browser would leave the page for the file.
      event.preventDefault();
      event.stopPropagation();
      mark(findTarget(session, event));
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) mark(undefined);
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      const place = findTarget(session, event);
      mark(undefined);
      take([...(event.dataTransfer?.files ?? [])], place.offset, place.kind === "slide" ? "paragraph" : "caret");
    };
    const paste = (event: ClipboardEvent) => {
      const files = pastedFiles(event.clipboardData);
      if (files.length === 0 || !isInEditor(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      take(files, session.caret.get().offset, "caret");
    };
    const leaving = new AbortController();
    const options = { capture: true, signal: leaving.signal };
    addEventListener("dragover", over, options);
    addEventListener("dragleave", leave, options);
    addEventListener("drop", drop, options);
    addEventListener("paste", paste, options);
    return () => {
      leaving.abort();
      mark(undefined);
    };
  }, [session]);

  if (target === undefined) return null;
  return (
    <p className="file-drop-words" aria-hidden="true">
      <ImagePlus className="size-4" />
      {target === "slide" ? "Drop to add it to this slide" : "Drop to add it here"}
    </p>
  );
}

function findTarget(session: EditorSession, event: DragEvent): Target {
  const path = event.composedPath().filter((node) => node instanceof Element);
  const element = path.find((node) => node.matches(slideSelector));
  const { deck } = session.live.snapshot();
  const slide = element === undefined ? undefined : deck.slides[Number(element.getAttribute("data-index"))];
  if (element !== undefined && slide !== undefined) {
    const { start, end } = slide.range;
    return { kind: "slide", element, offset: start + endOfSlide(deck.source.slice(start, end)) };
  }
  const isText = path.some((node) => node.matches(".source-pane"));
  const offset = isText ? session.pane()?.offsetAt(event.clientX, event.clientY) : undefined;
  return { kind: "text", offset: offset ?? session.caret.get().offset };
}

/** What a copied picture brings; text that was copied with a picture of itself stays text. */
function pastedFiles(data: DataTransfer | null): readonly File[] {
  const files = [...(data?.files ?? [])];
  const text = data?.getData("text/plain").trim() ?? "";
  return text === "" || files.some((file) => file.name === text) ? files : [];
}

function isInEditor(target: EventTarget | null): boolean {
  return target instanceof Element && (target === document.body || target.closest(".source-pane, .preview") !== null);
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

function refusal({ uploads, source }: EditorSession): string {
  if (source.saveState.state === "read-only") return source.saveState.reason;
  return uploads === undefined
    ? "Pictures can be added once this is a deck of yours."
    : "The text can't be changed right now. Try again in a moment.";
}
