import { Fragment } from "react";
import { codeSpans } from "@/components/guide/code-spans";

/** A sentence of the reference: what stands between backticks is set as code. */
export function InlineText({ text }: { readonly text: string }) {
  // Spans have no names of their own, and never change their order.
  return codeSpans(text).map((span, index) =>
    span.kind === "words" ? (
      <Fragment key={index}>{span.text}</Fragment>
    ) : (
      <code
        key={index}
        className="rounded-[4px] bg-sunken px-1 py-px font-mono text-[0.88em] [font-variant-ligatures:none] whitespace-pre-wrap text-text"
      >
        {span.text}
      </code>
    ),
  );
}
