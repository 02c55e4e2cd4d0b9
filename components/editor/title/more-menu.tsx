"use client";
import {
  Accessibility,
  ArrowRightToLine,
  BookOpen,
  ClipboardCheck,
  Command,
  Download,
  Ellipsis,
  GalleryVerticalEnd,
  History as HistorySign,
  Images,
  PanelLeft,
  Presentation,
  Redo2,
  Rows3,
  Search,
  SlidersHorizontal,
  Undo2,
  Webhook,
  WrapText,
} from "lucide-react";
import { useRef, useState } from "react";
import { ThemeMenu } from "@/components/account/theme-menu";
import { useCanEdit, usePreferences, useSession } from "@/components/editor/session/use-session";
import { AnchoredExportMenu } from "@/components/editor/title/export-menu";
import { CopyItem } from "@/components/editor/title/copy-item";
import { useIsNarrow } from "@/components/editor/use-is-narrow";
import { keyNames } from "@/components/editor/title/key-names";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuCheck, MenuItem, MenuLink } from "@/components/ui/menu";
import { MenuLine } from "@/components/ui/menu-parts";
import type { DeckRole } from "@/lib/workspace/policies";

export interface MoreMenuProps {
  readonly deckId: string;
  readonly role: DeckRole;
  readonly canPresent: boolean;
  readonly canShare: boolean;
}

/** What the editor can do beside writing, and how it looks. */
export function MoreMenu({ deckId, role, canPresent, canShare }: MoreMenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [exportsAt, setExportsAt] = useState<Element>();
  const isNarrow = useIsNarrow();
  return (
    <>
      <Menu align="end" className="w-64" trigger={<IconButton ref={button} label="More" icon={Ellipsis} hasTooltip={false} />}>
        <TextItems />
        <MenuLine />
        <DeckSettingsItem />
        <LibraryItems />
        <HistoryItem />
        <ReviewItem />
        {isNarrow ? (
          <MenuItem icon={Download} onClick={() => setExportsAt(button.current ?? undefined)}>
            Export…
          </MenuItem>
        ) : null}
        <CopyItem deckId={deckId} />
        {canPresent ? (
          <MenuLink icon={Presentation} href={`/decks/${deckId}/talks`}>
            Talks given
          </MenuLink>
        ) : null}
        {canShare ? (
          <MenuLink icon={Webhook} href={`/decks/${deckId}/webhooks`}>
            Webhooks
          </MenuLink>
        ) : null}
        <MenuLine />
        <ViewItems />
        <MenuLine />
        <MenuLink icon={BookOpen} href="/guide">
          Guide to the deck language
        </MenuLink>
        <MenuLine />
        <ThemeMenu />
      </Menu>
      <AnchoredExportMenu deckId={deckId} role={role} anchor={exportsAt} onClose={() => setExportsAt(undefined)} />
    </>
  );
}

function TextItems() {
  const session = useSession();
  const canEdit = useCanEdit();
  const keys = keyNames();
  const run = (command: string) => () => session.pane()?.run(command);
  return (
    <>
      <MenuItem icon={Undo2} keys={keys.undo} disabled={!canEdit} onClick={run("undo")}>
        Undo
      </MenuItem>
      <MenuItem icon={Redo2} keys={keys.redo} disabled={!canEdit} onClick={run("redo")}>
        Redo
      </MenuItem>
      <MenuItem icon={Search} keys={keys.find} onClick={run("actions.find")}>
        Find
      </MenuItem>
      <MenuItem icon={Command} keys="F1" isAfterMenu onClick={run("editor.action.quickCommand")}>
        Command palette
      </MenuItem>
    </>
  );
}

function DeckSettingsItem() {
  const { settings } = useSession();
  const canEdit = useCanEdit();
  return (
    <MenuItem icon={SlidersHorizontal} disabled={!canEdit} onClick={() => settings.open({ kind: "deck" })}>
      Deck settings…
    </MenuItem>
  );
}

function LibraryItems() {
  const { settings, hasHistory } = useSession();
  const canEdit = useCanEdit();
  if (!hasHistory) return null;
  return (
    <>
      <MenuItem icon={Images} onClick={() => settings.open({ kind: "files" })}>
        Files of this deck…
      </MenuItem>
      <MenuItem icon={GalleryVerticalEnd} disabled={!canEdit} onClick={() => settings.open({ kind: "borrow" })}>
        Insert slides from another deck…
      </MenuItem>
    </>
  );
}

function HistoryItem() {
  const { settings, hasHistory } = useSession();
  if (!hasHistory) return null;
  return (
    <MenuItem icon={HistorySign} onClick={() => settings.open({ kind: "history" })}>
      History
    </MenuItem>
  );
}

function ReviewItem() {
  const { settings, reviews } = useSession();
  if (reviews === undefined) return null;
  return (
    <MenuItem icon={ClipboardCheck} onClick={() => settings.open({ kind: "review" })}>
      Review
    </MenuItem>
  );
}

function ViewItems() {
  const [preferences, setPreferences] = usePreferences();
  return (
    <>
      <MenuCheck icon={PanelLeft} isOn={preferences.railShown} onChange={(railShown) => setPreferences({ railShown })}>
        Slide rail
      </MenuCheck>
      <MenuCheck icon={Rows3} isOn={preferences.followCaret} onChange={(followCaret) => setPreferences({ followCaret })}>
        Slides follow the caret
      </MenuCheck>
      <MenuCheck icon={WrapText} isOn={preferences.wordWrap} onChange={(wordWrap) => setPreferences({ wordWrap })}>
        Wrap long lines
      </MenuCheck>
      <MenuCheck icon={ArrowRightToLine} isOn={preferences.tabLeaves} onChange={(tabLeaves) => setPreferences({ tabLeaves })}>
        Tab key leaves the text
      </MenuCheck>
      <MenuCheck icon={Accessibility} isOn={!preferences.editContext} onChange={(isOn) => setPreferences({ editContext: !isOn })}>
        Screen reader mode
      </MenuCheck>
    </>
  );
}
