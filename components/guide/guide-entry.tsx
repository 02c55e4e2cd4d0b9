import { Example } from "@/components/guide/example";
import { InlineText } from "@/components/guide/inline-text";
import { SettingTable } from "@/components/guide/setting-table";
import { renderExample, type RenderedExample } from "@/components/slides/render-example";
import { parseDeck } from "@/lib/deck";
import type { ReferenceEntry } from "@/lib/deck/reference";
import { highlightersFor } from "@/lib/stage/grammars/highlighters";
import { createMathRenderer } from "@/lib/stage/math";

const renderMath = createMathRenderer();
const rendered = new Map<string, RenderedExample>();

/** Examples never change while the server runs: each is rendered for the first who asks. */
async function renderedOnce(example: string): Promise<RenderedExample> {
  const known = rendered.get(example) ?? renderExample(example, { renderMath, highlighters: await highlightersFor(parseDeck(example).slides) });
  rendered.set(example, known);
  return known;
}

/** One thing that a deck may hold: what it is, who knows it already, and how it looks. */
export async function GuideEntry({ entry }: { readonly entry: ReferenceEntry }) {
  const { id, title, text, knownFrom, setting, example } = entry;
  return (
    <article aria-labelledby={id} className="pt-9">
      <h3 id={id} className="group scroll-mt-16 text-[17px] leading-6 font-semibold tracking-[-0.01em] lg:scroll-mt-6">
        {title}
        {setting === undefined ? null : <code className="ml-2.5 font-mono text-[14px] font-normal text-dim">{setting.key}</code>}
        <a
          href={`#${id}`}
          aria-label={`Link to ${title}`}
          className="ml-2 rounded-sm px-1 font-normal text-dim opacity-0 group-hover:opacity-100 focus-visible:opacity-100"
        >
          #
        </a>
      </h3>
      <p className="mt-1.5 max-w-[68ch] text-[15px] leading-6">
        <InlineText text={text} />
      </p>
      {knownFrom.length === 0 ? null : <p className="mt-1 text-[13px] text-dim">Known from {list(knownFrom)}</p>}
      {setting === undefined ? null : <SettingTable setting={setting} />}
      <Example id={id} title={title} source={example} rendered={await renderedOnce(example)} />
    </article>
  );
}

function list(names: readonly string[]): string {
  return new Intl.ListFormat("en").format(names);
}
