"use client";
import { Dialog } from "@/components/ui/dialog";
import { momentText } from "@/components/ui/moment";
import { TextForm } from "@/components/ui/text-form";
import { keepVersion, nameVersion } from "@/lib/api/client";
import { maxLabelLength } from "@/lib/api/limits";
import { versionNameSchema, type VersionInfo } from "@/lib/api/versions";

/** What gets a name: a version, or the deck as it is now. */
export type NamedVersion = { readonly kind: "now" } | { readonly kind: "version"; readonly version: VersionInfo };

export interface NameVersionDialogProps {
  readonly deckId: string;
  /** When the history was opened. */
  readonly now: Date;
  /** Undefined where none is named. */
  readonly naming: NamedVersion | undefined;
  readonly onClose: () => void;
  readonly onNamed: (version: VersionInfo) => void;
}

/** Gives a version a name to find it by. */
export function NameVersionDialog({ deckId, now, naming, onClose, onNamed }: NameVersionDialogProps) {
  const known = naming?.kind === "version" ? naming.version.name : null;
  return (
    <Dialog
      width="sm"
      isOpen={naming !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={naming?.kind === "version" ? "Name this version" : "Name how it is now"}
      description={
        naming?.kind === "version"
          ? `From ${momentText(new Date(naming.version.createdAt), now)}.`
          : "The deck is kept as it is at this moment, to come back to."
      }
    >
      {naming === undefined ? null : (
        <TextForm
          label="Name"
          placeholder="Rehearsed"
          hint={known === null ? undefined : "Left empty, it loses its name."}
          maxLength={maxLabelLength}
          onFocus={(event) => event.currentTarget.select()}
          initial={known ?? ""}
          schema={versionNameSchema}
          // A version may lose its name; without one there would be nothing to keep here.
          mayBeEmpty={known !== null}
          act="Save"
          onSave={async (name) => {
            if (naming.kind === "version") onNamed(await nameVersion(deckId, naming.version.id, { name }));
            else onNamed(await keepVersion(deckId, { name: name ?? undefined }));
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}
