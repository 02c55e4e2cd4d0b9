import { readDurationS } from "@/lib/deck";

/** What is wrong with a planned time, for its field; nothing where it is empty. */
export function checkDuration(text: string): string | undefined {
  return text === "" || readDurationS(text) !== undefined ? undefined : "Write a time like 90s, 20m or 1h30m.";
}

/** What is wrong with a language's code, for its field (BCP 47, as far as browsers look at it). */
export function checkLanguage(text: string): string | undefined {
  return text === "" || /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(text) ? undefined : "Write a language's code: en, de, pt-BR.";
}

/** What is wrong with class names, for their field. */
export function checkClasses(text: string): string | undefined {
  const wrong = text.split(/\s+/).find((word) => word !== "" && !/^-?[_a-zA-Z][\w-]*$/.test(word));
  return wrong === undefined ? undefined : `“${wrong}” is no class name: use letters, digits and hyphens, a letter first.`;
}

/** A value of front matter as a field shows it. */
export function shownValue(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map(String).join(" ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
