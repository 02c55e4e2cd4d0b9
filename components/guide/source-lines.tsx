import { classNames } from "@/components/ui/class-names";

/** The source of an example, with what belongs to the deck language set off from the words. */
export function SourceLines({ source }: { readonly source: string }) {
  const lines = source.trimEnd().split("\n");
  const fences = frontMatterLines(lines);
  return (
    <pre className="font-mono text-[13px] [font-variant-ligatures:none] leading-[21px] break-words whitespace-pre-wrap">
      <code>
        {lines.map((line, index) => (
          <span key={index} className={classNames("block min-h-[21px]", (index < fences || marked.test(line)) && "text-accent-text")}>
            {line}
          </span>
        ))}
      </code>
    </pre>
  );
}

/** Breaks, comments, boxes, fences, pauses, notes: lines that are no words of the slide. */
const marked = /^(?:---|<!--|-->|:::|```|\. \. \.|\?\?\?|\.(?:fx|notes|qr):|!\[bg|\[\^|<\/?style|> \[!| {4}!\w)/;

function frontMatterLines(lines: readonly string[]): number {
  return lines[0] === "---" && /^\w+:/.test(lines[1] ?? "") ? lines.indexOf("---", 1) + 1 : 0;
}
