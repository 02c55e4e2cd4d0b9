/** `12 May`, `12 May 2024`: a day in this browser's time. */
export function dayOf(iso: string, now = new Date()): string {
  const day = new Date(iso);
  const year = day.getFullYear() === now.getFullYear() ? {} : { year: "numeric" as const };
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", ...year }).format(day);
}
