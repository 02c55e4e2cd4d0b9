import { ApiIntro } from "@/components/guide/api/api-intro";
import { ApiOperation, operationAnchor } from "@/components/guide/api/api-operation";
import { Contents, type ContentsGroup } from "@/components/guide/contents";
import { InlineText } from "@/components/guide/inline-text";
import { operationGroups } from "@/lib/api/openapi/operations";

const groupId = (name: string) => `group-${name.toLowerCase().replaceAll(" ", "-")}`;

const contents: readonly ContentsGroup[] = operationGroups.map(({ name, operations }) => ({
  id: groupId(name),
  title: name,
  entries: Object.entries(operations).map(([key, { summary }]) => ({
    id: operationAnchor(key),
    title: summary,
    words: `${key} ${summary}`.toLowerCase(),
  })),
}));

/** What a program can call, from the same table as the OpenAPI document. */
export function ApiReference() {
  return (
    <div className="mx-auto grid w-full max-w-[1360px] grid-cols-[minmax(0,1fr)] gap-x-12 px-4 sm:px-6 lg:grid-cols-[264px_minmax(0,1fr)]">
      <Contents groups={contents} />
      <main className="max-w-[860px] pb-32">
        <ApiIntro />
        {operationGroups.map(({ name, about, operations }) => (
          <section key={name} aria-labelledby={groupId(name)} className="pb-10">
            <h2 id={groupId(name)} className="scroll-mt-16 text-[22px] leading-8 font-semibold tracking-[-0.02em] lg:scroll-mt-6">
              {name}
            </h2>
            <p className="mt-1 text-[15px] leading-[22px] text-dim">
              <InlineText text={about} />
            </p>
            {Object.entries(operations).map(([key, operation]) => (
              <ApiOperation key={key} address={key} operation={operation} />
            ))}
          </section>
        ))}
      </main>
    </div>
  );
}
