const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** `just now`, `5 minutes ago`, `yesterday`, `12 May`, `12 May 2024`: how long ago, as long as that says more than the date. */
export function relativeTime(iso: string, now: Date): string {
  const then = new Date(iso);
  const ageMs = now.getTime() - then.getTime();
  const format = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  if (ageMs < minuteMs) return "just now";
  if (ageMs < hourMs) return format.format(-Math.floor(ageMs / minuteMs), "minute");
  if (ageMs < dayMs) return format.format(-Math.floor(ageMs / hourMs), "hour");
  if (ageMs < 7 * dayMs) return format.format(-Math.floor(ageMs / dayMs), "day");
  const isThisYear = then.getUTCFullYear() === now.getUTCFullYear();
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC", ...(isThisYear ? {} : { year: "numeric" }) }).format(
    then,
  );
}
