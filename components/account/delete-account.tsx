"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { whatGoes } from "@/components/account/account-words";
import { useSubmit } from "@/components/account/password-forms";
import { Panel } from "@/components/team/workspace-page";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActs } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import { deleteMe } from "@/lib/api/account-client";
import type { Account } from "@/lib/api/account-page";

/** The end of an account, with what becomes of its decks. */
export function DeleteAccount({ account }: { readonly account: Account }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Panel
        title={account.isGuest ? "Delete this guest" : "Delete the account"}
        isDangerous
        hint={whatGoes(account)}
        acts={
          <Button className="text-danger-text" onClick={() => setAsking(true)}>
            Delete…
          </Button>
        }
      />
      <Dialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        width="sm"
        title="Delete for ever?"
        description={`${whatGoes(account)} This can’t be undone.`}
      >
        <Form account={account} />
      </Dialog>
    </>
  );
}

function Form({ account: { hasPassword, isGuest } }: { readonly account: Account }) {
  const router = useRouter();
  const say = useToast();
  const [password, setPassword] = useState("");
  const { mistake, isBusy, run } = useSubmit();
  return (
    <form
      noValidate
      className="mt-4 flex flex-col gap-4"
      onSubmit={run(async () => {
        await deleteMe(hasPassword ? { password } : {});
        say(isGuest ? "This guest is deleted." : "Your account is deleted.");
        router.push("/");
        router.refresh();
        return undefined;
      })}
    >
      {hasPassword ? (
        <TextField
          label="Your password"
          name="password"
          type="password"
          autoComplete="current-password"
          value={password}
          onValueChange={setPassword}
          error={mistake}
        />
      ) : mistake === undefined ? null : (
        <p role="alert" className="text-[13px] text-danger-text">
          {mistake}
        </p>
      )}
      <DialogActs>
        <Button type="submit" variant="danger" isBusy={isBusy}>
          Delete for ever
        </Button>
      </DialogActs>
    </form>
  );
}
