import { Progress } from "@base-ui/react/progress";

export interface ProgressBarProps {
  /** What is being done, as people read it. */
  readonly label: string;
  /** In percent; null where nobody knows yet. */
  readonly percent: number | null;
}

/** How far something is that takes its time. */
export function ProgressBar({ label, percent }: ProgressBarProps) {
  return (
    <Progress.Root value={percent} className="mt-5">
      <Progress.Label className="text-[13px] text-dim">{label}</Progress.Label>
      <Progress.Track className="mt-2 h-1.5 overflow-hidden rounded-full bg-sunken">
        <Progress.Indicator className="h-full rounded-full bg-accent transition-[width] duration-300 data-indeterminate:w-1/4 data-indeterminate:animate-pulse" />
      </Progress.Track>
    </Progress.Root>
  );
}
