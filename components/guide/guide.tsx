import { ComingFrom } from "@/components/guide/coming-from";
import { Contents, type ContentsGroup } from "@/components/guide/contents";
import { GuideEntry } from "@/components/guide/guide-entry";
import { InlineText } from "@/components/guide/inline-text";
import { comingFrom, referenceGroups } from "@/lib/deck/reference";

const comingFromId = "coming-from";

const contents: readonly ContentsGroup[] = [
  ...referenceGroups.map(({ id, title, entries }) => ({
    id: `group-${id}`,
    title,
    entries: entries.map((entry) => ({
      id: entry.id,
      title: entry.title,
      words: [entry.title, entry.text, ...entry.keywords, ...entry.knownFrom].join(" ").toLowerCase(),
    })),
  })),
  {
    id: comingFromId,
    title: "Coming from another tool",
    entries: comingFrom.map(({ id, tool, rows }) => ({
      id: `${comingFromId}-${id}`,
      title: tool,
      words: [tool, "import convert migrate", ...rows.map(({ what, written }) => `${what} ${written}`)].join(" ").toLowerCase(),
    })),
  },
];

/** The deck language, whole: what there is to write, each with an example that can be changed. */
export function Guide() {
  return (
    <div className="mx-auto grid w-full max-w-[1360px] grid-cols-[minmax(0,1fr)] gap-x-12 px-4 sm:px-6 lg:grid-cols-[224px_minmax(0,1fr)]">
      <Contents groups={contents} />
      <main className="pb-32">
        <header className="pt-8 pb-10 lg:pt-6">
          <h1 className="text-[30px] leading-9 font-semibold tracking-[-0.026em]">The deck language</h1>
          <p className="mt-3 max-w-[62ch] text-[16px] leading-[26px] text-dim">
            A deck is one Markdown file that reads well as plain text. Whatever goes beyond Markdown is written as in a tool that people know. Every
            example here is drawn by the product itself: press <strong className="font-medium text-text">Try it</strong> and change it.
          </p>
        </header>
        {referenceGroups.map(({ id, title, text, entries }) => (
          <section key={id} aria-labelledby={`group-${id}`} className="pb-10">
            <h2 id={`group-${id}`} className="scroll-mt-16 text-[22px] leading-8 font-semibold tracking-[-0.02em] lg:scroll-mt-6">
              {title}
            </h2>
            <p className="mt-1 text-[15px] leading-[22px] text-dim">
              <InlineText text={text} />
            </p>
            {entries.map((entry) => (
              <GuideEntry key={entry.id} entry={entry} />
            ))}
          </section>
        ))}
        <ComingFrom id={comingFromId} tools={comingFrom} />
      </main>
    </div>
  );
}
