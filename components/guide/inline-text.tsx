import { Fragment } from "react";

/** A sentence of the reference: what stands between backticks is set as code. */
export function InlineText({ text }: { readonly text: string }) {
  return text.split(/(`+ ?[\s\S]+? ?`+(?!`))/).map((part, index) => {
    const code = /^(`+)( ?)([\s\S]+?)\2\1$/.exec(part)?.[3];
    // Parts have no names of their own, and never change their order.
    if (code === undefined) return <Fragment key={index}>{part}</Fragment>;
    return (
      <code
        key={index}
        className="rounded-[4px] bg-sunken px-1 py-px font-mono text-[0.88em] [font-variant-ligatures:none] whitespace-pre-wrap text-text"
      >
        {code}
      </code>
    );
  });
}
