"use client";
import { useMemo } from "react";
import { lineChanges, type LineChange, type LinePart } from "@/components/editor/history/line-changes";
import { classNames } from "@/components/ui/class-names";

interface Source {
  readonly markdown: string;
}

/** The text then and now, line by line. */
export function SourceChanges({ before, after }: { readonly before: Source; readonly after: Source }) {
  const lines = useMemo(() => lineChanges(before.markdown, after.markdown), [before.markdown, after.markdown]);
  return (
    <div className="mx-auto max-w-[1080px] overflow-hidden rounded-md bg-raised font-mono text-[13px] leading-5 shadow-[0_0_0_1px_var(--line)]">
      {lines.map((line, index) => (
        <Line key={index} line={line} />
      ))}
    </div>
  );
}

function Line({ line }: { readonly line: LineChange }) {
  if (line.kind === "folded") {
    return <p className="bg-sunken px-3 py-1 font-sans text-[12px] text-dim">{line.count} lines are the same</p>;
  }
  const { sign, row, mark, tag: Tag } = looks[line.kind];
  return (
    <div className={classNames("flex", row)}>
      <span aria-hidden="true" className="w-7 shrink-0 text-center text-dim select-none">
        {sign}
      </span>
      <Tag className="min-w-0 flex-1 pr-3 break-words whitespace-pre-wrap no-underline">
        {line.parts.map((part, index) => (
          <Part key={index} part={part} mark={mark} />
        ))}
        {line.parts.every(({ text }) => text === "") ? "\u200B" : null}
      </Tag>
    </div>
  );
}

function Part({ part, mark }: { readonly part: LinePart; readonly mark: string }) {
  return part.isMarked ? <span className={classNames("rounded-[3px]", mark)}>{part.text}</span> : part.text;
}

const looks = {
  gone: { sign: "−", row: "bg-danger-soft", mark: "bg-[color-mix(in_oklch,var(--danger)_30%,transparent)]", tag: "del" },
  come: {
    sign: "+",
    row: "bg-[color-mix(in_oklch,var(--success)_14%,transparent)]",
    mark: "bg-[color-mix(in_oklch,var(--success)_32%,transparent)]",
    tag: "ins",
  },
  kept: { sign: "", row: "text-dim", mark: "", tag: "span" },
} as const;
