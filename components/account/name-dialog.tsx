"use client";
import { useRouter } from "next/navigation";
import { Dialog } from "@/components/ui/dialog";
import { TextForm } from "@/components/ui/text-form";
import { personNameSchema, type Me } from "@/lib/api/account";
import { patchMe } from "@/lib/api/client";
import { maxNameLength } from "@/lib/api/limits";

export interface NameDialogProps {
  readonly me: Me;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Chooses or changes the name that co-authors see. */
export function NameDialog({ me, isOpen, onOpenChange }: NameDialogProps) {
  const router = useRouter();
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      width="sm"
      title={me.name === "" ? "Choose a name" : "Change your name"}
      description="Co-authors see it at your caret."
    >
      <TextForm
        label="Your name"
        name="name"
        autoComplete="name"
        maxLength={maxNameLength}
        initial={me.name}
        schema={personNameSchema}
        act="Save"
        onSave={async (name) => {
          if (name !== null) await patchMe({ name });
          router.refresh();
          onOpenChange(false);
        }}
      />
    </Dialog>
  );
}
