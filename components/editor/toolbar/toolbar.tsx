"use client";
import { Ellipsis, Heading, ImagePlus } from "lucide-react";
import { insertPictures } from "@/components/editor/files/insert-picture";
import { InsertMenu } from "@/components/editor/insert/insert-menu";
import { useCanEdit, useIsReadOnly, useSession } from "@/components/editor/session/use-session";
import { isApple } from "@/components/editor/title/key-names";
import { formatKeyName, formatVerbs, headingVerbs, runFormat, type FormatVerb } from "@/components/editor/toolbar/format-verbs";
import { useRoomFor } from "@/components/editor/toolbar/use-room-for";
import { IconButton, type IconButtonProps } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Toolbar, ToolbarItem, ToolbarLine } from "@/components/ui/toolbar";

/** Width of one button with its gap, and of what stands there at any width: what inserts, the level menu, the edges. */
const widths = { mouse: { itemPx: 30, takenPx: 186 }, touch: { itemPx: 38, takenPx: 202 } } as const;

/** What is done with the text most often, above it. */
export function FormatToolbar() {
  const session = useSession();
  const canEdit = useCanEdit();
  const [bar, room] = useRoomFor(widths);
  const isReadOnly = useIsReadOnly();
  if (isReadOnly) return null;
  const fits = room >= formatVerbs.length ? formatVerbs.length : Math.max(0, room - 1);
  const rest = formatVerbs.slice(fits);
  return (
    <Toolbar ref={bar} label="Formatting" className="format-toolbar">
      <InsertMenu />
      {session.uploads === undefined ? null : (
        <ToolbarItem disabled={!canEdit} onClick={() => insertPictures(session)}>
          <IconButton label="Add a picture, film or sound" icon={ImagePlus} size="sm" />
        </ToolbarItem>
      )}
      <ToolbarLine />
      <Menu isDisabled={!canEdit} trigger={<MenuButton label="Heading level" icon={Heading} />}>
        <VerbItems verbs={headingVerbs} />
      </Menu>
      {formatVerbs.slice(0, fits).map((verb) => (
        <VerbButton key={verb.id} verb={verb} isOn={canEdit} />
      ))}
      {rest.length === 0 ? null : (
        <Menu align="end" isDisabled={!canEdit} trigger={<MenuButton label="More formatting" icon={Ellipsis} />}>
          <VerbItems verbs={rest} />
        </Menu>
      )}
    </Toolbar>
  );
}

/** The trigger of a menu as one of the toolbar's buttons. */
function MenuButton({ label, icon, ...trigger }: Pick<IconButtonProps, "label" | "icon">) {
  return (
    <ToolbarItem {...trigger}>
      <IconButton label={label} icon={icon} size="sm" hasTooltip={false} />
    </ToolbarItem>
  );
}

function VerbButton({ verb, isOn }: { readonly verb: FormatVerb; readonly isOn: boolean }) {
  const session = useSession();
  return (
    <ToolbarItem disabled={!isOn} onClick={() => runFormat(session, verb)}>
      <IconButton label={verb.label} icon={verb.icon} keys={formatKeyName(verb.key, isApple())} size="sm" />
    </ToolbarItem>
  );
}

function VerbItems({ verbs }: { readonly verbs: readonly FormatVerb[] }) {
  const session = useSession();
  return verbs.map((verb) => (
    <MenuItem key={verb.id} icon={verb.icon} keys={formatKeyName(verb.key, isApple())} onClick={() => runFormat(session, verb)}>
      {verb.label}
    </MenuItem>
  ));
}
