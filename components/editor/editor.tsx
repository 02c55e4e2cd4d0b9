"use client";
import "@/components/editor/editor-tokens.css";
import "@/components/editor/editor.css";
import "@/components/editor/bars.css";
import "@/components/editor/comments/comments.css";
import "@/components/editor/files/files.css";
import "@/components/editor/rail/rail.css";
import "@/components/editor/toolbar/toolbar.css";
import { useEffect, useMemo, type ReactNode } from "react";
import type { CommentStore } from "@/components/editor/comments/comment-store";
import { FileDrop } from "@/components/editor/files/file-drop";
import { UploadList } from "@/components/editor/files/upload-list";
import { Panes } from "@/components/editor/panes";
import { createEditorSession, type DeckFiles, type EditorSession, type EditorSessionOptions } from "@/components/editor/session/editor-session";
import { SessionContext } from "@/components/editor/session/use-session";
import type { ReviewStore } from "@/components/editor/review/review-store";
import { SettingsDialogs } from "@/components/editor/settings/settings-dialogs";
import { Announcer } from "@/components/editor/status/announcer";
import { KeptBanner } from "@/components/editor/status/kept-banner";
import { TroubleBanner } from "@/components/editor/status/trouble-banner";
import { SuggestionBanner } from "@/components/editor/status/suggestion-banner";
import { StatusBar } from "@/components/editor/status/status-bar";
import type { DeckSource } from "@/lib/collab/client/deck-source";
import type { RenderOptions } from "@/lib/deck";

export interface EditorProps {
  /** What is edited. The editor knows nothing else of where decks live; whoever made it stops it. */
  readonly source: DeckSource;
  /** `compact` has no rail and smaller type: for the landing page and the guide. */
  readonly variant?: "full" | "compact";
  /** The text as the server knew it: shown until the source has its own. */
  readonly initialMarkdown?: string;
  readonly render?: RenderOptions;
  /** The deck's own pictures, films and sounds; a text that belongs to no deck has none. */
  readonly files?: DeckFiles;
  /** Whether it is a stored deck, with versions. */
  readonly hasHistory?: boolean;
  /** What is said about the deck, and may be said by this person. */
  readonly comments?: CommentStore;
  readonly reviews?: ReviewStore;
  /** What stands beside the panes. */
  readonly aside?: ReactNode;
  /** The bar above the panes; it stands inside the editor's session. */
  readonly titleBar?: ReactNode;
  /** Works without any look of its own beside the panes, for example saving fits. */
  readonly children?: ReactNode;
}

const noOptions: RenderOptions = {};

/** The editor: text left, slides right, and what belongs around them. One for stored and local decks alike. */
export function Editor({
  source,
  variant = "full",
  initialMarkdown,
  render = noOptions,
  files,
  hasHistory = false,
  comments,
  reviews,
  aside,
  titleBar,
  children,
}: EditorProps) {
  const session = useEditorSession({ source, render, initialMarkdown, files, hasHistory, comments, reviews });
  return (
    <SessionContext value={session}>
      <div className="editor" data-variant={variant}>
        {titleBar}
        <TroubleBanner />
        <KeptBanner />
        <SuggestionBanner />
        <Panes variant={variant} aside={aside} />
        <StatusBar variant={variant} />
        <UploadList />
        <Announcer />
        <SettingsDialogs />
      </div>
      <FileDrop />
      {children}
    </SessionContext>
  );
}

/** One session a source, followed while the editor is on the page. */
function useEditorSession({
  source,
  render,
  initialMarkdown,
  files,
  hasHistory,
  comments,
  reviews,
}: Omit<EditorSessionOptions, "schedule">): EditorSession {
  const session = useMemo(
    () => createEditorSession({ source, render, initialMarkdown, files, hasHistory, comments, reviews, schedule: nextFrame }),
    [source, render, initialMarkdown, files, hasHistory, comments, reviews],
  );
  useEffect(() => session.start(), [session]);
  return session;
}

function nextFrame(task: () => void): () => void {
  const id = requestAnimationFrame(task);
  return () => cancelAnimationFrame(id);
}
