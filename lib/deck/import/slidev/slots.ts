import { keepOneSlide } from "@/lib/deck/import/join-slides";
import { maskCode } from "@/lib/deck/import/masked-text";

interface Slot {
  readonly name: string;
  readonly text: string;
}

const slotLine = /^::[ \t]*([\w.\-:]+?)[ \t]*::[ \t]*$/;
const slotTemplate = /^[ \t]*<template[ \t]+(?:v-slot:|#)([\w-]+)[^>\n]*>[ \t]*$/;
const templateEnd = /^[ \t]*<\/template>[ \t]*$/;

/**
 * The slots of a layout (`::right::`, or `<template #right>`): left and right become columns, others a box with the
 * slot's name. A slide without slots is as it was.
 */
export function convertSlots(text: string): string {
  const slots = readSlots(text);
  const named = new Map(slots.map((slot) => [slot.name, slot.text]));
  if (slots.length === 1 && named.has("default")) return text;
  const left = named.has("left") ? "left" : "default";
  const hasColumns = named.has("right") || named.has("left");
  const columns = hasColumns ? [box("columns", [box("column", [named.get(left) ?? ""]), box("column", [named.get("right") ?? ""])])] : [];
  const head = left === "default" && hasColumns ? "" : (named.get("default") ?? "");
  const others = slots
    .filter(({ name }) => !["default", "left", "right"].includes(name))
    .map((slot) => box(slot.name.replace(/[^\w-]/g, "-"), [slot.text]));
  return [keepOneSlide(head.trim()), ...columns, ...others].filter((part) => part !== "").join("\n\n");
}

function box(name: string, parts: readonly string[]): string {
  const inside = parts.map((part) => (part.startsWith("::: ") ? part : keepOneSlide(part.trim()))).filter((part) => part !== "");
  return [`::: ${name}`, ...inside, ":::"].join("\n\n");
}

/** The text by slots in the order they are written; one that is written twice is one. */
function readSlots(text: string): readonly Slot[] {
  const masked = maskCode(text, { comments: true }).split("\n");
  const slots = new Map<string, string[]>([["default", []]]);
  let name = "default";
  let inTemplate = false;
  text.split("\n").forEach((line, index) => {
    const seen = masked[index] ?? "";
    const template = slotTemplate.exec(seen)?.[1];
    const found = slotLine.exec(seen)?.[1] ?? template;
    if (found !== undefined) {
      name = found;
      inTemplate = template !== undefined;
      if (!slots.has(name)) slots.set(name, []);
    } else if (inTemplate && templateEnd.test(seen)) {
      name = "default";
      inTemplate = false;
    } else slots.get(name)?.push(line);
  });
  return [...slots].map(([slot, lines]) => ({ name: slot, text: lines.join("\n") }));
}
