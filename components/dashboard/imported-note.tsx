import { CircleCheck, X } from "lucide-react";
import Link from "next/link";
import { IconButton } from "@/components/ui/icon-button";
import type { ImportedDeck } from "@/lib/api/import";

/** Several decks came at once: which, and as what each was read. */
export function ImportedNote({ decks, onDismiss }: { readonly decks: readonly ImportedDeck[]; readonly onDismiss: () => void }) {
  if (decks.length === 0) return null;
  return (
    <div role="status" className="mb-6 flex items-start gap-3 rounded-md bg-accent-soft px-4 py-3">
      <CircleCheck className="mt-0.5 size-4 shrink-0 text-success" aria-hidden="true" />
      <ul className="min-w-0 flex-1 space-y-1.5">
        {decks.map(({ id, title, dialect, label, notices }) => (
          <li key={id} className="break-words">
            <Link href={`/decks/${id}`} prefetch={false} className="font-medium text-accent-text hover:underline">
              {title}
            </Link>{" "}
            <span className="text-dim">
              {dialect === "lectern" ? "plain Markdown" : `read as ${label}`}
              {notices.length === 0 ? "" : notices.length === 1 ? ", 1 notice" : `, ${notices.length} notices`}
            </span>
          </li>
        ))}
      </ul>
      <IconButton label="Dismiss" icon={X} size="sm" hasTooltip={false} onClick={onDismiss} />
    </div>
  );
}
