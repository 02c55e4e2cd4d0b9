"use client";
import { useState, type ReactNode } from "react";
import { SecretOnce, type SecretOnceProps } from "@/components/account/secret-once";
import { Dialog } from "@/components/ui/dialog";

export interface SecretDialogProps<Made> {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  /** The title while the secret shows. */
  readonly madeTitle: string;
  readonly secretOf: (made: Made) => Omit<SecretOnceProps, "onDone">;
  readonly onMade: (made: Made) => void;
  /** What asks for what is to be made, and makes it. */
  readonly form: (onMade: (made: Made) => void) => ReactNode;
}

/** Makes something that has a secret, and shows it this once. */
export function SecretDialog<Made>({ isOpen, onOpenChange, title, madeTitle, secretOf, onMade, form }: SecretDialogProps<Made>) {
  const [made, setMade] = useState<Made>();
  const close = (next: boolean) => {
    onOpenChange(next);
    if (!next) setMade(undefined);
  };
  const show = (next: Made) => {
    setMade(next);
    onMade(next);
  };
  return (
    <Dialog isOpen={isOpen} onOpenChange={close} title={made === undefined ? title : madeTitle}>
      {made === undefined ? form(show) : <SecretOnce {...secretOf(made)} onDone={() => close(false)} />}
    </Dialog>
  );
}
