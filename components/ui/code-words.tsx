/** A sentence whose parts between backticks are code. */
export function CodeWords({ text }: { readonly text: string }) {
  return text.split("`").map((part, index) =>
    index % 2 === 1 ? (
      <code key={index} className="font-mono text-[12px]">
        {part}
      </code>
    ) : (
      part
    ),
  );
}
