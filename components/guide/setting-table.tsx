import { InlineText } from "@/components/guide/inline-text";
import type { SettingFacts, SettingScope } from "@/lib/deck/reference";

const scopeWords: Readonly<Record<SettingScope, string>> = {
  deck: "in the front matter, for the whole deck",
  onward: "in a comment, from that slide on",
  slide: "with an underscore in a comment, for that slide",
};

/** Where a setting is written, what may stand there, and what holds without it. */
export function SettingTable({ setting }: { readonly setting: SettingFacts }) {
  const { scopes, values, free, byDefault } = setting;
  return (
    <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1.5 text-[13px] leading-5 max-sm:grid-cols-1 max-sm:gap-y-0 max-sm:[&_dd]:pb-2">
      <dt className="text-dim">Written</dt>
      <dd>{new Intl.ListFormat("en", { type: "disjunction" }).format(scopes.map((scope) => scopeWords[scope]))}</dd>
      <dt className="text-dim">Values</dt>
      <dd>
        <ul>
          {values.map(({ value, text }) => (
            <li key={value}>
              <InlineText text={`\`${value}\``} /> <span className="text-dim">{text}</span>
            </li>
          ))}
          {free === undefined ? null : <li>{values.length === 0 ? capital(free) : `or ${free}`}</li>}
        </ul>
      </dd>
      <dt className="text-dim">Without it</dt>
      <dd>{byDefault}</dd>
    </dl>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
