"use client";
import {
  ClipboardCopy,
  Download,
  FileCode2,
  FileText,
  MessageSquareText,
  MessagesSquare,
  NotebookPen,
  NotebookText,
  PanelsTopLeft,
  Presentation,
} from "lucide-react";
import { useState } from "react";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useSession } from "@/components/editor/session/use-session";
import { ExportDialog, type ExportRequest } from "@/components/export/export-dialog";
import { saveFile } from "@/components/export/save-file";
import { AnchoredMenu, type MenuAnchor } from "@/components/ui/anchored-menu";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { Menu, MenuItem, MenuLink } from "@/components/ui/menu";
import { MenuLine } from "@/components/ui/menu-parts";
import { useToast } from "@/components/ui/toast";
import { getDeck } from "@/lib/api/client";
import { listComments } from "@/lib/api/comments-client";
import { commentsFileName, writeCommentsFile } from "@/lib/api/comments-file";
import { exportUrl } from "@/lib/api/exports";
import { may, type DeckRole } from "@/lib/workspace/policies";

export interface ExportMenuProps {
  readonly deckId: string;
  readonly role: DeckRole;
}

/** Ways to take the deck home. */
export function ExportMenu({ deckId, role }: ExportMenuProps) {
  const [request, setRequest] = useState<ExportRequest>();
  return (
    <>
      <Menu align="end" className="w-72" trigger={exportButton}>
        <ExportItems deckId={deckId} role={role} onRequest={setRequest} />
      </Menu>
      <ExportDialog request={request} onClose={() => setRequest(undefined)} />
    </>
  );
}

export interface AnchoredExportMenuProps extends ExportMenuProps {
  /** Undefined while it is closed. */
  readonly anchor: MenuAnchor | undefined;
  readonly onClose: () => void;
}

/** The same, opened from elsewhere: where the bar has no room for its button. */
export function AnchoredExportMenu({ deckId, role, anchor, onClose }: AnchoredExportMenuProps) {
  const [request, setRequest] = useState<ExportRequest>();
  return (
    <>
      <AnchoredMenu anchor={anchor} label="Export" className="w-72" onClose={onClose}>
        <ExportItems deckId={deckId} role={role} onRequest={setRequest} />
      </AnchoredMenu>
      <ExportDialog request={request} onClose={() => setRequest(undefined)} />
    </>
  );
}

interface ExportItemsProps extends ExportMenuProps {
  readonly onRequest: (request: ExportRequest) => void;
}

function ExportItems({ deckId, role, onRequest }: ExportItemsProps) {
  return (
    <>
      <MenuLink icon={FileCode2} href={exportUrl(deckId, "html")} isDownload hint="One file that presents itself, also without a network">
        HTML file
      </MenuLink>
      {may(role, "readNotes") ? (
        <MenuLink
          icon={MessageSquareText}
          href={exportUrl(deckId, "html", { notes: true })}
          isDownload
          hint="For yourself: with what the presenter’s desk shows"
        >
          HTML file with speaker notes
        </MenuLink>
      ) : null}
      <MenuLine />
      <MenuItem icon={Presentation} onClick={() => onRequest({ deckId, format: "pdf", notes: false })} hint="One page a slide">
        PDF
      </MenuItem>
      {may(role, "readNotes") ? (
        <MenuItem icon={NotebookText} onClick={() => onRequest({ deckId, format: "pdf", notes: true })} hint="Each slide above what you say to it">
          PDF with speaker notes
        </MenuItem>
      ) : null}
      <MenuLine />
      <MenuItem
        icon={PanelsTopLeft}
        onClick={() => onRequest({ deckId, format: "pptx", notes: false })}
        hint="Text, tables and code to edit; not to the pixel"
      >
        PowerPoint
      </MenuItem>
      {may(role, "readNotes") ? (
        <MenuItem icon={NotebookPen} onClick={() => onRequest({ deckId, format: "pptx", notes: true })} hint="With what you say in its notes pane">
          PowerPoint with speaker notes
        </MenuItem>
      ) : null}
      {may(role, "exportMarkdown") ? <MarkdownItems deckId={deckId} role={role} /> : null}
    </>
  );
}

const exportButton = (
  <Button variant="ghost" aria-label="Export" className="px-2.5">
    <Download aria-hidden="true" />
    <span className="hidden lg:inline">Export</span>
  </Button>
);

function MarkdownItems({ deckId, role }: ExportMenuProps) {
  const { source } = useSession();
  const say = useToast();
  async function saveComments() {
    try {
      const [{ title }, comments] = await Promise.all([getDeck(deckId), listComments(deckId)]);
      if (comments.threads.length === 0) say("Nobody has said anything about this deck yet.");
      else saveFile(new Blob([writeCommentsFile(comments)], { type: "application/json" }), commentsFileName(title));
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
    }
  }
  return (
    <>
      <MenuLine />
      <MenuLink icon={FileText} href={exportUrl(deckId, "md")} isDownload hint="The whole text, as it is stored">
        Markdown file
      </MenuLink>
      {may(role, "comment") ? (
        <MenuItem icon={MessagesSquare} hint="Import it together with the Markdown file" onClick={() => void saveComments()}>
          Comments file
        </MenuItem>
      ) : null}
      <MenuItem
        icon={ClipboardCopy}
        onClick={async () => {
          if (await copyText(source.text.toString())) say("The Markdown is copied.");
          else say("This browser keeps pages from copying. Take the Markdown file instead.", { tone: "error" });
        }}
      >
        Copy Markdown
      </MenuItem>
    </>
  );
}
