"use client";
import { ChevronDown, History, Radio, Snowflake } from "lucide-react";
import { useState } from "react";
import type { KnownLinks } from "@/components/share/use-links";
import { Button } from "@/components/ui/button";
import { dayOf } from "@/components/ui/day";
import { Menu, MenuItem } from "@/components/ui/menu";
import { MenuGroup } from "@/components/ui/menu-parts";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { listNamedVersions } from "@/lib/api/client";
import type { DeckLink } from "@/lib/api/links";
import type { VersionInfo } from "@/lib/api/versions";

export interface VersionChoiceProps {
  readonly deckId: string;
  readonly link: DeckLink;
  readonly links: KnownLinks;
}

/** Which version a public link shows, in words; another one at the same address. */
export function VersionChoice({ deckId, link, links }: VersionChoiceProps) {
  const say = useToast();
  const [isBusy, setBusy] = useState(false);
  const [named, setNamed] = useState<readonly VersionInfo[]>([]);
  const words = link.version === null ? "Always the latest" : versionWords(link.version);

  async function show(target: string) {
    setBusy(true);
    await links.update(link, { target });
    setBusy(false);
  }
  async function loadNamed() {
    try {
      setNamed(await listNamedVersions(deckId));
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
    }
  }

  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-[13px]">
      <span className="text-dim">Shows</span>
      <Menu
        className="w-72"
        trigger={
          <Button variant="ghost" size="sm" isBusy={isBusy} className="-mx-1" onClick={() => void loadNamed()}>
            {words}
            <ChevronDown aria-hidden="true" />
          </Button>
        }
      >
        <MenuItem icon={Radio} hint="Open pages take changes at the next slide" onClick={() => void show("latest")}>
          Always the latest
        </MenuItem>
        <MenuItem icon={Snowflake} hint="Keeps the deck as it is now, and shows that, also while you present" onClick={() => void show("current")}>
          Freeze as it is now
        </MenuItem>
        {named.length === 0 ? null : (
          <MenuGroup label="Named versions">
            {named.map((version) => (
              <MenuItem key={version.id} icon={History} onClick={() => void show(version.id)}>
                {versionWords(version)}
              </MenuItem>
            ))}
          </MenuGroup>
        )}
      </Menu>
      {link.version?.isOutdated === true ? (
        <span className="flex flex-wrap items-center gap-2 text-warning-text">
          The deck has changed since.
          <Button size="sm" isBusy={isBusy} onClick={() => void show("current")}>
            Publish the current version
          </Button>
        </span>
      ) : null}
    </div>
  );
}

/** `Version “Rehearsed”, 12 May`, or `Version of 12 May`. */
function versionWords({ name, createdAt }: Pick<VersionInfo, "name" | "createdAt">): string {
  return name === null ? `Version of ${dayOf(createdAt)}` : `Version “${name}”, ${dayOf(createdAt)}`;
}
