"use client";
import { useCallback, useEffect, useState } from "react";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { listDeckPeople } from "@/lib/api/people-client";
import type { DeckPeople } from "@/lib/api/people";

export interface People {
  /** Undefined while they load. */
  readonly people: DeckPeople | undefined;
  readonly failure: string | undefined;
  readonly reload: () => void;
  /** Does something to them, says what came of it, and looks again. False where it failed; the reason was said. */
  readonly act: (work: () => Promise<string | undefined>) => Promise<boolean>;
}

/** Who has access to the deck: loaded when the dialog opens, and again when somebody comes back to the page. */
export function usePeople(deckId: string): People {
  const say = useToast();
  const [people, setPeople] = useState<DeckPeople>();
  const [failure, setFailure] = useState<string>();
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((now) => now + 1), []);

  useEffect(() => {
    const leaving = new AbortController();
    listDeckPeople(deckId, { signal: leaving.signal }).then(
      (answer) => {
        setPeople(answer);
        setFailure(undefined);
      },
      (error: unknown) => {
        if (!leaving.signal.aborted) setFailure(sentenceOf(error));
      },
    );
    return () => leaving.abort();
  }, [deckId, round]);

  useEffect(() => {
    addEventListener("focus", reload);
    return () => removeEventListener("focus", reload);
  }, [reload]);

  async function act(work: () => Promise<string | undefined>): Promise<boolean> {
    try {
      const sentence = await work();
      if (sentence !== undefined) say(sentence);
      return true;
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
      return false;
    } finally {
      reload();
    }
  }

  return { people, failure, reload, act };
}
