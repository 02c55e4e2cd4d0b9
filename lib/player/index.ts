/** What runs where slides are shown: the public page, the stage, the presenter's desk, exported files. */
export { measureFit } from "@/lib/player/measure-fit";
export type { Fit } from "@/lib/player/measure-fit";
export { showStep } from "@/lib/player/show-step";
export { clockText } from "@/lib/player/stopwatch";
export { namesText } from "@/lib/player/live/given-talk";
export { streamBeatMs } from "@/lib/player/live/events";
