"use client";
import { useState, type FormEvent } from "react";
import { momentText } from "@/components/editor/history/version-words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActs } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { sentenceOf } from "@/components/ui/sentence-of";
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
          ? `From ${momentText(naming.version.createdAt, now)}.`
          : "The deck is kept as it is at this moment, to come back to."
      }
    >
      {naming === undefined ? null : (
        <NameForm
          deckId={deckId}
          naming={naming}
          onNamed={(version) => {
            onNamed(version);
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}

type NameFormProps = Pick<NameVersionDialogProps, "deckId" | "onNamed"> & { readonly naming: NamedVersion };

function NameForm({ deckId, naming, onNamed }: NameFormProps) {
  const known = naming.kind === "version" ? naming.version.name : null;
  const [name, setName] = useState(known ?? "");
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    // A version may lose its name; without one there would be nothing to keep here.
    const checked = name.trim() === "" && known !== null ? null : versionNameSchema.safeParse(name);
    if (checked !== null && !checked.success) return setError(checked.error.issues[0]?.message);
    setBusy(true);
    try {
      if (naming.kind === "version") onNamed(await nameVersion(deckId, naming.version.id, { name: checked?.data ?? null }));
      else onNamed(await keepVersion(deckId, { name: checked?.data }));
    } catch (failure) {
      setError(sentenceOf(failure));
      setBusy(false);
    }
  }

  return (
    <form onSubmit={save} noValidate className="mt-4">
      <TextField
        label="Name"
        placeholder="Rehearsed"
        value={name}
        onValueChange={setName}
        maxLength={maxLabelLength}
        error={error}
        onFocus={(event) => event.currentTarget.select()}
        hint={known === null ? undefined : "Left empty, it loses its name."}
      />
      <DialogActs>
        <Button type="submit" variant="primary" isBusy={isBusy}>
          Save
        </Button>
      </DialogActs>
    </form>
  );
}
