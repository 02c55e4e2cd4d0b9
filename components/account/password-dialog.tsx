"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSubmit } from "@/components/account/password-forms";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActs } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import { minPasswordLength } from "@/lib/api/account";
import { changePassword } from "@/lib/api/account-client";
import { newPasswordSchema } from "@/lib/api/account-page";

/** Changes the password of who knows the one there is. */
export function PasswordDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Dialog isOpen={isOpen} onOpenChange={onClose} width="sm" title="Change your password" description="You are signed out everywhere else then.">
      <Form onClose={onClose} />
    </Dialog>
  );
}

function Form({ onClose }: { readonly onClose: () => void }) {
  const router = useRouter();
  const say = useToast();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [nextMistake, setNextMistake] = useState<string>();
  const { mistake: refusal, isBusy, run } = useSubmit();
  return (
    <form
      noValidate
      className="mt-4 flex flex-col gap-4"
      onSubmit={run(async () => {
        const checked = newPasswordSchema.safeParse(next);
        setNextMistake(checked.error?.issues[0]?.message);
        if (!checked.success) return undefined;
        await changePassword(current, checked.data);
        say("The new password counts.");
        onClose();
        router.refresh();
        return undefined;
      })}
    >
      <TextField
        label="Password now"
        name="current"
        type="password"
        autoComplete="current-password"
        value={current}
        onValueChange={setCurrent}
        error={refusal}
      />
      <TextField
        label="New password"
        name="next"
        type="password"
        autoComplete="new-password"
        hint={`At least ${minPasswordLength} characters.`}
        value={next}
        onValueChange={setNext}
        error={nextMistake}
      />
      <DialogActs>
        <Button type="submit" variant="primary" isBusy={isBusy}>
          Change the password
        </Button>
      </DialogActs>
    </form>
  );
}
