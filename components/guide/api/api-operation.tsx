import { FieldTable } from "@/components/guide/api/field-table";
import { InlineText } from "@/components/guide/inline-text";
import { classNames } from "@/components/ui/class-names";
import { fieldsOf } from "@/lib/api/openapi/fields";
import type { Answer, Operation } from "@/lib/api/openapi/operation";

/** `POST /api/decks/[id]/links` is `post-decks-id-links` in the page. */
export function operationAnchor(key: string): string {
  return key
    .replace("/api/", "")
    .replace(/[^A-Za-z]+/g, "-")
    .replace(/-$/, "")
    .toLowerCase();
}

const scopeWords: Readonly<Record<Operation["scope"], string>> = {
  read: "read",
  write: "write",
  publish: "publish",
  none: "no token",
  open: "for anybody",
};

/** One call: what it does, where, with what, and what comes back. */
export function ApiOperation({ address, operation }: { readonly address: string; readonly operation: Operation }) {
  const { summary, detail, scope, query, body, headers = [], answers } = operation;
  const [method = "", path = ""] = address.split(" ");
  return (
    <article aria-labelledby={operationAnchor(address)} className="mt-6 border-t border-line pt-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 id={operationAnchor(address)} className="scroll-mt-16 text-[16px] leading-6 font-semibold lg:scroll-mt-6">
          {summary}
        </h3>
        <span className="rounded-sm bg-sunken px-1.5 text-[12px] leading-5 font-medium text-dim">{scopeWords[scope]}</span>
      </div>
      <p className="mt-1.5 font-mono text-[13px] leading-[21px] break-words">
        <span
          className={classNames("mr-2 font-semibold", method === "DELETE" ? "text-danger-text" : method === "GET" ? "text-dim" : "text-accent-text")}
        >
          {method}
        </span>
        {path.split(/(\[\w+\])/).map((part, index) => (
          <span key={index} className={part.startsWith("[") ? "text-dim" : undefined}>
            {part.replace("[", "{").replace("]", "}")}
          </span>
        ))}
      </p>
      {detail === undefined ? null : (
        <p className="mt-2 max-w-[68ch] text-[15px] leading-[22px] text-dim">
          <InlineText text={detail} />
        </p>
      )}
      {query ? <FieldTable title="Query" fields={fieldsOf(query, "input")} /> : null}
      {headers.length > 0 ? (
        <FieldTable title="Headers" fields={headers.map(({ name, about }) => ({ name, type: about, isRequired: false, depth: 0 }))} />
      ) : null}
      {body?.kind === "json" ? <FieldTable title="Body" fields={fieldsOf(body.schema, "input")} /> : null}
      {body?.kind === "raw" ? <p className="mt-3 text-[13px] text-dim">The body is {body.mediaTypes.join(" or ")}.</p> : null}
      <ul className="mt-3 flex flex-col gap-1">
        {answers.map((one) => (
          <li key={one.status}>
            <AnswerLine answer={one} />
          </li>
        ))}
      </ul>
    </article>
  );
}

function AnswerLine({ answer: { status, about, schema, mediaTypes } }: { readonly answer: Answer }) {
  const line = (
    <>
      <span className="mr-2 font-mono font-semibold">{status}</span>
      <InlineText text={about} />
      {mediaTypes ? <span className="text-dim"> {mediaTypes.join(", ")}</span> : null}
    </>
  );
  const fields = schema ? fieldsOf(schema, "output") : [];
  if (fields.length === 0) return <p className="text-[13px] leading-5">{line}</p>;
  return (
    <details className="text-[13px] leading-5">
      <summary className="cursor-pointer rounded-sm">{line}</summary>
      <FieldTable title="Answer" fields={fields} />
    </details>
  );
}
