"use client";
import { ChevronDown, Download, X } from "lucide-react";
import { useState } from "react";
import { CodeWords } from "@/components/ui/code-words";
import { useDismissal } from "@/components/editor/imported/dismissal";
import { ImportDialog } from "@/components/editor/imported/import-dialog";
import { confidenceWords, isWorthSaying, lossWords, readAsWords } from "@/components/editor/imported/import-words";
import { useImportAgain, type ImportAgain } from "@/components/editor/imported/use-import-again";
import { useCanEdit } from "@/components/editor/session/use-session";
import { Banner } from "@/components/editor/status/banner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuLink } from "@/components/ui/menu";
import { MenuLine } from "@/components/ui/menu-parts";
import { originalUrl, type ImportSummary } from "@/lib/api/import";

export interface ImportBannerProps {
  readonly deckId: string;
  /** As the page was drawn. */
  readonly imported: ImportSummary;
}

/** As what an imported deck was read, how sure that is, what did not come along, and how to put it right. */
export function ImportBanner({ deckId, imported: loaded }: ImportBannerProps) {
  const [imported, setImported] = useState(loaded);
  const [isDismissed, setDismissed] = useDismissal(deckId);
  const [isOpen, setOpen] = useState(false);
  const again = useImportAgain(deckId, setImported);
  const canEdit = useCanEdit();
  const loss = lossWords(imported.noticeCount);
  const isShown = !isDismissed && (isWorthSaying(imported) || imported !== loaded);
  if (!isShown) return null;
  return (
    <>
      <Banner
        tone="info"
        role="status"
        title={`${readAsWords(imported)}.`}
        sentence={
          <>
            <CodeWords text={confidenceWords(imported)} /> {loss}
          </>
        }
      >
        {loss === "" ? null : (
          <Button size="sm" variant="primary" onClick={() => setOpen(true)}>
            See {imported.noticeCount === 1 ? "it" : "them"}
          </Button>
        )}
        <ReadAsMenu deckId={deckId} imported={imported} again={again} canEdit={canEdit} />
        <IconButton label="Dismiss" icon={X} size="sm" hasTooltip={false} onClick={() => setDismissed(true)} />
      </Banner>
      <ImportDialog deckId={deckId} imported={imported} isOpen={isOpen} onOpenChange={setOpen} />
      <ConfirmDialog
        isOpen={again.asking !== undefined}
        onOpenChange={(isAsking) => {
          if (!isAsking) again.stopAsking();
        }}
        title="Replace what was edited?"
        sentence="The deck was edited since it was imported. Reading the file again puts it in the place of those edits, for everybody who has the deck open."
        act="Read it again"
        onConfirm={() => {
          if (again.asking !== undefined) void again.read(again.asking, { replaceEdits: true });
        }}
      />
    </>
  );
}

interface ReadAsMenuProps extends ImportBannerProps {
  readonly again: ImportAgain;
  readonly canEdit: boolean;
}

function ReadAsMenu({ deckId, imported, again, canEdit }: ReadAsMenuProps) {
  const { dialect, choices, originals } = imported;
  return (
    <Menu
      align="end"
      trigger={
        <Button size="sm" isBusy={again.isBusy}>
          {canEdit && choices.length > 0 ? "Read it as" : "Original"}
          <ChevronDown aria-hidden="true" />
        </Button>
      }
    >
      {canEdit
        ? choices.map((choice) => (
            <MenuItem key={choice.dialect} disabled={choice.dialect === dialect} onClick={() => void again.read(choice.dialect)}>
              {choice.dialect === "lectern" ? "Plain Markdown" : choice.label}
            </MenuItem>
          ))
        : null}
      {canEdit && choices.length > 0 ? <MenuLine /> : null}
      {originals.map((file) => (
        <MenuLink key={file} icon={Download} href={originalUrl(deckId, file)} isDownload>
          {originals.length === 1 ? "Download the original" : file}
        </MenuLink>
      ))}
    </Menu>
  );
}
