"use client";
import { useCallback, useEffect, useState } from "react";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import type { TeamPage } from "@/lib/api/teams";
import { getTeam } from "@/lib/api/teams-client";

export interface TeamState {
  readonly team: TeamPage;
  /** Does something to it, says what came of it, and looks again. False where it failed; the reason was said. */
  readonly act: (work: () => Promise<string | undefined>) => Promise<boolean>;
}

/** A team as the page came with it, and again after each act and when somebody comes back to the page. */
export function useTeam(first: TeamPage): TeamState {
  const say = useToast();
  const [team, setTeam] = useState(first);
  const reload = useCallback(async () => {
    try {
      setTeam(await getTeam(first.id));
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
    }
  }, [first.id, say]);

  useEffect(() => {
    const look = () => void reload();
    addEventListener("focus", look);
    return () => removeEventListener("focus", look);
  }, [reload]);

  return {
    team,
    act: async (work) => {
      try {
        const sentence = await work();
        if (sentence !== undefined) say(sentence);
        await reload();
        return true;
      } catch (error) {
        say(sentenceOf(error), { tone: "error" });
        return false;
      }
    },
  };
}
