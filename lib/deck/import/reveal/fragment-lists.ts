import { languageFor } from "@/lib/deck/language";
import { findComments, maskCode } from "@/lib/deck/import/masked-text";
import { readAttributeComment, type Attributes } from "./attributes";

const item = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;

/** A list all of whose items are fragments, in their order, becomes an incremental one. */
export function convertFragmentLists(text: string): string {
  let result = "";
  for (const { type, raw } of languageFor({ breaks: false }).lexBlocks(text)) {
    result += type === "list" && raw.includes(".element") ? convertList(raw) : raw;
  }
  return result;
}

function convertList(raw: string): string {
  const masked = maskCode(raw);
  const comments = findComments(masked).flatMap(({ start, end, inside }) => {
    const read = readAttributeComment(inside);
    return read?.of === "element" ? [{ start, end, attributes: read.attributes }] : [];
  });
  const items = masked.split("\n").filter((line) => item.test(line)).length;
  if (
    comments.length !== items ||
    !comments.every(({ attributes }) => isFragment(attributes)) ||
    !isInOrder(comments.map(({ attributes }) => attributes))
  )
    return raw;
  // Each item has one of its own: no two stand between the same markers.
  const places = comments.map(
    ({ start }) =>
      masked
        .slice(0, start)
        .split("\n")
        .filter((line) => item.test(line)).length,
  );
  if (new Set(places).size !== items) return raw;
  let list = "";
  let at = 0;
  for (const { start, end } of comments) {
    list += raw.slice(at, start).replace(/[ \t]+$/, "");
    at = end;
  }
  const trailing = /\s*$/.exec(raw)?.[0] ?? "";
  return `::: incremental\n\n${(list + raw.slice(at)).trimEnd()}\n\n:::${trailing.includes("\n") ? trailing : "\n"}`;
}

/** A fragment and nothing else, so that it loses nothing by appearing with its list. */
function isFragment(attributes: Attributes): boolean {
  return attributes.get("class")?.trim() === "fragment" && [...attributes.keys()].every((name) => name === "class" || name === "data-fragment-index");
}

/** Numbers that rise with every item, or none at all. */
function isInOrder(all: readonly Attributes[]): boolean {
  const numbers = all.map((attributes) => attributes.get("data-fragment-index"));
  if (numbers.every((number) => number === undefined)) return true;
  return numbers.every((number, index) => number !== undefined && (index === 0 || Number(number) > Number(numbers[index - 1])));
}
