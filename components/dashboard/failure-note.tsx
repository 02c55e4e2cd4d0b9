import { CircleAlert, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";

export interface FailureNoteProps {
  readonly failures: readonly string[];
  readonly onDismiss?: () => void;
  readonly onRetry?: () => void;
}

/** What did not work, in sentences that stay until they are read. */
export function FailureNote({ failures, onDismiss, onRetry }: FailureNoteProps) {
  if (failures.length === 0) return null;
  return (
    <div role="alert" className="mb-6 flex items-start gap-3 rounded-md bg-danger-soft px-4 py-3 text-danger-text">
      <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      <ul className="min-w-0 flex-1 space-y-1.5">
        {failures.map((sentence) => (
          <li key={sentence} className="break-words">
            {sentence}
          </li>
        ))}
      </ul>
      {onRetry === undefined ? null : (
        <Button size="sm" onClick={onRetry}>
          Try again
        </Button>
      )}
      {onDismiss === undefined ? null : <IconButton label="Dismiss" icon={X} size="sm" hasTooltip={false} onClick={onDismiss} />}
    </div>
  );
}
