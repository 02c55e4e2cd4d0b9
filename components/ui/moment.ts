/** `18:40`, in this browser's time. */
export function timeText(then: Date): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }).format(then);
}

/** `Tuesday, 24 November`, `Tuesday, 24 November 2024`, in this browser's time. */
export function dateText(then: Date, now: Date): string {
  const year = then.getFullYear() === now.getFullYear() ? {} : { year: "numeric" as const };
  return new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", ...year }).format(then);
}

/** `Tuesday, 24 November at 18:40`: never "today", as it is read in a question about that very moment. */
export function momentText(then: Date, now: Date): string {
  return `${dateText(then, now)} at ${timeText(then)}`;
}
