import type { SettingProblem } from "@/lib/deck/settings";

/** Why a setting can't be used as it is written, in a user's words; without the full stop. */
export function settingWords({ key, value, is, known = [] }: SettingProblem): string {
  switch (is) {
    case "unknown":
      return `${key} is one of ${known.join(", ")}; "${shown(value)}" is none of them`;
    case "longer":
      return `${key} takes a name alone; "${shown(value)}" changes nothing`;
    case "no-level":
      return `${key} is a heading level from 1 to 6, or a list of them`;
    case "no-time":
      return `${key} is a time like 90s, 2m or 1m30s; "${shown(value)}" is not`;
  }
}

/** A value as its author would know it again. */
function shown(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
