/** What runs where slides are shown: the public page, the stage, the presenter's desk, exported files. */
export { fitSteps, measureFit } from "@/lib/player/measure-fit";
export type { Fit, FitStep } from "@/lib/player/measure-fit";
export { showStep } from "@/lib/player/show-step";
export { startPlayer } from "@/lib/player/start";
export type { PlayerOptions, PlayerView } from "@/lib/player/start";
