"use client";
import { CircleAlert, ImageUp, X } from "lucide-react";
import { useSyncExternalStore } from "react";
import type { Upload } from "@/components/editor/files/uploads";
import { useSession } from "@/components/editor/session/use-session";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";

const none: readonly Upload[] = [];

/** Files on their way into the deck: how far each is, and why one did not get there. */
export function UploadList() {
  const { uploads } = useSession();
  const list = useSyncExternalStore(
    (listener) => uploads?.subscribe(listener) ?? (() => undefined),
    () => uploads?.get() ?? none,
    () => none,
  );
  if (uploads === undefined || list.length === 0) return null;
  return (
    <ul className="upload-list" aria-label="Files being added">
      {list.map((upload) => (
        <li key={upload.id} className="upload" data-state={upload.progress.state}>
          <UploadWords upload={upload} />
          {upload.progress.state === "failed" && upload.progress.canRetry ? (
            <Button size="sm" onClick={() => uploads.retry(upload.id)}>
              Try again
            </Button>
          ) : null}
          <IconButton
            label={upload.progress.state === "failed" ? "Dismiss" : `Cancel ${upload.name}`}
            icon={X}
            size="sm"
            hasTooltip={false}
            onClick={() => uploads.cancel(upload.id)}
          />
        </li>
      ))}
    </ul>
  );
}

function UploadWords({ upload: { name, progress } }: { readonly upload: Upload }) {
  if (progress.state === "failed") {
    return (
      <>
        <CircleAlert className="mt-0.5 size-4 shrink-0 self-start text-danger" aria-hidden="true" />
        <p role="alert" className="min-w-0 flex-1 break-words">
          {progress.sentence}
        </p>
      </>
    );
  }
  const percent = progress.state === "sending" ? progress.percent : 0;
  return (
    <>
      <ImageUp className="size-4 shrink-0 text-dim" aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <p className="flex gap-3">
          <span className="min-w-0 flex-1 truncate">{name}</span>
          <span className="text-dim tabular-nums">{progressWords(progress.state, percent)}</span>
        </p>
        <div className="upload-bar" role="progressbar" aria-label={name} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100}>
          <span style={{ inlineSize: `${percent}%` }} />
        </div>
      </div>
    </>
  );
}

/** Once all of it is on its way the server looks at it, which takes a moment for a large one. */
function progressWords(state: "waiting" | "sending", percent: number): string {
  if (state === "waiting") return "Waiting";
  return percent === 100 ? "Checking" : `${percent} %`;
}
