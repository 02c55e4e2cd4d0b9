import { InlineText } from "@/components/guide/inline-text";
import { classNames } from "@/components/ui/class-names";
import type { ComingFromTool, Outcome } from "@/lib/deck/reference";

const outcomes: readonly { readonly outcome: Outcome; readonly title: string; readonly tone: string }[] = [
  { outcome: "as-is", title: "Works as it is", tone: "text-success" },
  { outcome: "converted", title: "Converted on import", tone: "text-accent-text" },
  { outcome: "unsupported", title: "Not supported; kept and named", tone: "text-dim" },
];

/** What becomes of other tools' decks: one table a tool. */
export function ComingFrom({ id, tools }: { readonly id: string; readonly tools: readonly ComingFromTool[] }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="scroll-mt-16 text-[22px] leading-8 font-semibold tracking-[-0.02em] lg:scroll-mt-6">
        Coming from another tool
      </h2>
      <p className="mt-1 max-w-[68ch] text-[15px] leading-[22px] text-dim">
        Import tells the tool from the text. What it understands it converts; what it can’t stays in its place and is named, with its line. Nothing is
        dropped, and the original text is kept beside the deck.
      </p>
      {tools.map((tool) => (
        <Tool key={tool.id} tool={tool} id={`${id}-${tool.id}`} />
      ))}
    </section>
  );
}

function Tool({ tool, id }: { readonly tool: ComingFromTool; readonly id: string }) {
  return (
    <article aria-labelledby={id} className="pt-9">
      <h3 id={id} className="scroll-mt-16 text-[17px] leading-6 font-semibold tracking-[-0.01em] lg:scroll-mt-6">
        {tool.tool}
      </h3>
      <p className="mt-1.5 max-w-[68ch] text-[15px] leading-6">
        <InlineText text={tool.text} />
      </p>
      <table className="mt-4 w-full border-collapse text-left text-[13px] leading-5">
        <thead className="max-sm:sr-only">
          <tr className="text-dim">
            <th className="py-2 pr-4 font-normal">What</th>
            <th className="py-2 pr-4 font-normal">Written there</th>
            <th className="py-2 font-normal">Here</th>
          </tr>
        </thead>
        {outcomes.map(({ outcome, title, tone }) => {
          const rows = tool.rows.filter((row) => row.outcome === outcome);
          return rows.length === 0 ? null : (
            <tbody key={outcome}>
              <tr>
                <th colSpan={3} scope="colgroup" className={classNames("border-t border-line pt-3 pb-1 font-medium", tone)}>
                  {title}
                </th>
              </tr>
              {rows.map((row) => (
                <tr key={row.what} className="border-t border-line align-top max-sm:block max-sm:py-2">
                  <td className="py-2 pr-4 max-sm:block max-sm:py-0 max-sm:font-medium sm:w-[24%]">{row.what}</td>
                  <td className="py-2 pr-4 max-sm:block max-sm:py-0.5 sm:w-[36%]">
                    <InlineText text={row.written} />
                  </td>
                  <td className="py-2 max-sm:block max-sm:py-0">
                    <InlineText text={row.here} />
                  </td>
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
    </article>
  );
}
