"use client";
import { Bell } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuCheck } from "@/components/ui/menu";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { getWatch, putWatch } from "@/lib/api/comments-client";
import { watchLevels, type WatchLevel } from "@/lib/api/inbox";

const words: Readonly<Record<WatchLevel, string>> = {
  watching: "All comments",
  participating: "Conversations I am in",
  mentions: "Only what names me",
  mute: "Nothing but my name",
};

/** What I hear of this deck's comments, in the inbox and by mail. */
export function WatchMenu({ deckId }: { readonly deckId: string }) {
  const [level, setLevel] = useState<WatchLevel>();
  const say = useToast();
  const look = () => {
    if (level === undefined) getWatch(deckId).then((watch) => setLevel(watch.level), reportError);
  };
  const choose = (next: WatchLevel) => {
    const before = level;
    setLevel(next);
    putWatch(deckId, { level: next }).catch((error: unknown) => {
      setLevel(before);
      say(sentenceOf(error), { tone: "error" });
    });
  };
  return (
    <Menu
      align="end"
      className="w-60"
      trigger={<IconButton label="Notifications" icon={Bell} hasTooltip={false} onPointerEnter={look} onFocus={look} />}
    >
      <p className="px-2 pt-1.5 pb-1 text-[12px] text-dim">Tell me of</p>
      {watchLevels.map((each) => (
        <MenuCheck key={each} icon={Bell} isOn={level === each} onChange={() => choose(each)}>
          {words[each]}
        </MenuCheck>
      ))}
    </Menu>
  );
}
