import type { CommentPerson } from "@/lib/api/comments";

/** What somebody said; whom it speaks to stands out. */
export function CommentWords({ body, people }: { readonly body: string; readonly people: readonly CommentPerson[] }) {
  const names = people.flatMap(({ name }) => (name === "" ? [] : [`@${name}`]));
  return (
    <p className="text-[13px] leading-[19px] break-words whitespace-pre-wrap">
      {splitAtNames(body, names).map(({ text, isName }, index) =>
        isName ? (
          <span key={index} className="font-medium text-accent-text">
            {text}
          </span>
        ) : (
          text
        ),
      )}
    </p>
  );
}

interface Part {
  readonly text: string;
  readonly isName: boolean;
}

/** The longest name first: `@Ana Berg` is not `@Ana` who goes by Berg. */
export function splitAtNames(body: string, names: readonly string[]): readonly Part[] {
  const parts: Part[] = [];
  const sorted = names.toSorted((one, other) => other.length - one.length);
  let plain = "";
  for (let at = 0; at < body.length;) {
    const name = body[at] === "@" ? sorted.find((each) => body.startsWith(each, at)) : undefined;
    if (name === undefined) {
      plain += body[at];
      at += 1;
      continue;
    }
    if (plain !== "") parts.push({ text: plain, isName: false });
    parts.push({ text: name, isName: true });
    plain = "";
    at += name.length;
  }
  return plain === "" ? parts : [...parts, { text: plain, isName: false }];
}
