"use client";
import { ChevronRight } from "lucide-react";
import { useEffect, useState } from "react";
import { presentedUrl } from "@/components/present/present-url";
import { lengthOf, presentersText, shareOf, startText } from "@/components/talks/talk-words";
import { sentenceOf } from "@/components/ui/sentence-of";
import { getTalkRecord } from "@/lib/api/client";
import { clockText } from "@/lib/player";
import type { TalkInfo, TalkRecord } from "@/lib/api/talks";

export interface TalkCardProps {
  readonly deckId: string;
  readonly talk: TalkInfo;
  readonly isOpenFirst: boolean;
}

type Loaded =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly sentence: string }
  | { readonly state: "there"; readonly record: TalkRecord };

/** One talk: when it was and how long, and opened what it showed. */
export function TalkCard({ deckId, talk, isOpenFirst }: TalkCardProps) {
  const [isOpen, setOpen] = useState(isOpenFirst);
  const loaded = useRecord({ deckId, talkId: talk.id, isWanted: isOpen });
  const seconds = lengthOf(talk, loaded.state === "there" ? loaded.record : undefined);
  return (
    <details
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="group rounded-lg border border-line bg-raised open:pb-4"
    >
      <summary className="flex cursor-pointer list-none items-center gap-3 rounded-lg px-4 py-3.5 hover:bg-hover [&::-webkit-details-marker]:hidden">
        <ChevronRight className="size-4 shrink-0 text-dim transition-transform group-open:rotate-90" aria-hidden="true" />
        <span className="font-medium">{startText(talk.startedAt, new Date(talk.nowMs))}</span>
        {talk.state === "running" ? <span className="rounded-full bg-danger px-2 py-0.5 text-xs font-semibold text-page">Live now</span> : null}
        <span className="ml-auto text-[13px] text-dim tabular-nums">{clockText(seconds * 1000)}</span>
      </summary>
      {isOpen ? <Record deckId={deckId} loaded={loaded} /> : null}
    </details>
  );
}

function Record({ deckId, loaded }: { readonly deckId: string; readonly loaded: Loaded }) {
  if (loaded.state === "loading") {
    return (
      <p role="status" className="px-11 py-2 text-[14px] text-dim">
        Loading…
      </p>
    );
  }
  if (loaded.state === "failed") {
    return (
      <p role="alert" className="px-11 py-2 text-[14px] text-danger-text">
        {loaded.sentence}
      </p>
    );
  }
  const { record } = loaded;
  const who = presentersText(record);
  const hasSeveral = new Set(record.visits.map(({ driver }) => driver)).size > 1;
  const last = record.versions.at(-1);
  const versionOf = new Map(record.versions.map(({ id }, index) => [id, index]));
  return (
    <div className="px-4 sm:px-11">
      <p className="text-[14px] text-dim">
        {who === "" ? "" : `Presented by ${who}. `}
        {record.versions.length === 1
          ? "One version was shown."
          : `${record.versions.length} versions were shown: the slides were updated on the way.`}{" "}
        {last === undefined ? null : (
          <a
            href={presentedUrl(deckId, { versionId: last.id })}
            target="_blank"
            rel="noopener"
            className="font-medium whitespace-nowrap text-accent-text hover:underline"
          >
            See the slides as presented
          </a>
        )}
      </p>
      <table className="mt-3 w-full text-[14px]">
        <thead className="sr-only">
          <tr>
            <th scope="col">Number</th>
            <th scope="col">Slide</th>
            <th scope="col">Time on screen</th>
          </tr>
        </thead>
        <tbody>
          {record.visits.map((visit, index) => (
            <tr key={`${visit.at} ${index}`} className="border-t border-line first:border-t-0">
              <td className="w-9 py-2 align-top text-dim tabular-nums">{visit.slide}</td>
              <td className="py-2 pr-4">
                <a
                  href={presentedUrl(deckId, visit)}
                  target="_blank"
                  rel="noopener"
                  title="See this slide as presented"
                  className="rounded-sm hover:text-accent-text hover:underline"
                >
                  {visit.title || "Untitled"}
                </a>
                {hasSeveral && visit.driver !== null ? <span className="ml-2 text-[13px] text-dim">{visit.driver}</span> : null}
                {index > 0 && visit.versionId !== record.visits[index - 1]?.versionId ? (
                  <span className="ml-2 text-[13px] text-dim">version {(versionOf.get(visit.versionId) ?? 0) + 1}</span>
                ) : null}
                <span
                  aria-hidden="true"
                  className="mt-1 block h-1 rounded-full bg-accent"
                  style={{ width: `${Math.max(1, shareOf(visit.seconds, record) * 100)}%` }}
                />
              </td>
              <td className="w-14 py-2 text-right align-top tabular-nums">{clockText(visit.seconds * 1000)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useRecord({ deckId, talkId, isWanted }: { readonly deckId: string; readonly talkId: string; readonly isWanted: boolean }): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ state: "loading" });
  useEffect(() => {
    if (!isWanted) return undefined;
    setLoaded({ state: "loading" });
    const leaving = new AbortController();
    getTalkRecord(deckId, talkId, { signal: leaving.signal }).then(
      (record) => setLoaded({ state: "there", record }),
      (error: unknown) => {
        if (!leaving.signal.aborted) setLoaded({ state: "failed", sentence: sentenceOf(error) });
      },
    );
    return () => leaving.abort();
  }, [deckId, talkId, isWanted]);
  return loaded;
}
