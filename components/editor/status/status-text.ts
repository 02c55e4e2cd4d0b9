import type { Slide } from "@/lib/deck";

/** Words a minute in a calm technical talk. */
const wordsPerMinute = 130;
/** A slide that shows little is still spoken about for about this long. */
const minSecondsPerSlide = 30;

/** How long the talk may take, in seconds: what slides say they take, else what their text and notes suggest. */
export function estimateTalkS(slides: readonly Pick<Slide, "words" | "notes" | "settings">[]): number {
  let seconds = 0;
  for (const slide of slides) {
    if (slide.settings.hidden) continue;
    const spoken = slide.words + countWords(slide.notes);
    seconds += slide.settings.durationS ?? Math.max(minSecondsPerSlide, (spoken / wordsPerMinute) * 60);
  }
  return seconds;
}

/** `Slide 3 of 28`. */
export function positionText(index: number, count: number): string {
  return `Slide ${index + 1} of ${count}`;
}

/** `1 word`, `212 words`. */
export function wordsText(words: number): string {
  return words === 1 ? "1 word" : `${formatCount(words)} words`;
}

/** `~14 min`, `~1 h 5 min`; never less than a minute. */
export function durationText(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return `~${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `~${Math.floor(minutes / 60)} h` : `~${Math.floor(minutes / 60)} h ${rest} min`;
}

/** `No notices`, `1 notice`, `2 notices`. */
export function noticesText(count: number): string {
  if (count === 0) return "No notices";
  return count === 1 ? "1 notice" : `${formatCount(count)} notices`;
}

const counted = new Map<string, number>();
const maxCounted = 5_000;

/** Every keystroke asks for the notes of all slides: each text is counted once. */
function countWords(text: string): number {
  const count = counted.get(text) ?? text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  if (counted.size >= maxCounted) counted.clear();
  counted.set(text, count);
  return count;
}

/** Thousands set apart, the same on server and browser. */
function formatCount(count: number): string {
  return count.toString().replace(/\B(?=(\d{3})+$)/g, ",");
}
