import type { EditorSession } from "@/components/editor/session/editor-session";

/** What the file chooser offers; what is really in a file is looked at later. */
const accept = "image/png,image/jpeg,image/gif,image/webp,image/avif,image/svg+xml,video/mp4,video/webm,audio/mpeg,audio/mp4,audio/ogg,audio/wav";

/** Lets somebody choose pictures, films or sounds, and adds them where the caret is now; nothing where nobody here may. */
export function insertPictures(session: EditorSession): void {
  const { uploads, caret, source } = session;
  if (uploads === undefined || !source.canEdit) return;
  const { offset } = caret.get();
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = accept;
  input.addEventListener("change", () => uploads.add([...(input.files ?? [])], offset), { once: true });
  input.click();
}
