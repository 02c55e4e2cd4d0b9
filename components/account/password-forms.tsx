"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { minPasswordLength } from "@/lib/api/account";
import { requestPasswordReset, resetPassword } from "@/lib/api/account-client";
import { newPasswordSchema } from "@/lib/api/account-page";
import { emailSchema } from "@/lib/api/invitations";

/** Asks for the letter with the way to a new password. */
export function ForgotForm() {
  const [email, setEmail] = useState("");
  const [sentTo, setSentTo] = useState<string>();
  const { mistake, isBusy, run } = useSubmit();

  if (sentTo !== undefined) {
    return (
      <p role="status" className="mt-6 rounded-md bg-accent-soft px-3 py-2.5 text-accent-text">
        If {sentTo} has an account here, a letter is on its way. It works for one hour.
      </p>
    );
  }
  return (
    <form
      noValidate
      className="mt-6 flex flex-col gap-4"
      onSubmit={run(async () => {
        const checked = emailSchema.safeParse(email.trim());
        if (!checked.success) return checked.error.issues[0]?.message;
        await requestPasswordReset(checked.data);
        setSentTo(checked.data);
        return undefined;
      })}
    >
      <TextField label="E-mail" name="email" type="email" autoComplete="username" value={email} onValueChange={setEmail} error={mistake} />
      <Button type="submit" variant="primary" size="lg" isBusy={isBusy} className="w-full">
        Send the letter
      </Button>
    </form>
  );
}

/** Sets the new password with what the letter brought. */
export function ResetForm({ token }: { readonly token: string }) {
  const router = useRouter();
  const say = useToast();
  const [password, setPassword] = useState("");
  const { mistake, isBusy, run } = useSubmit();
  return (
    <form
      noValidate
      className="mt-6 flex flex-col gap-4"
      onSubmit={run(async () => {
        const checked = newPasswordSchema.safeParse(password);
        if (!checked.success) return checked.error.issues[0]?.message;
        await resetPassword(token, checked.data);
        say("The new password counts. Sign in with it.");
        router.push("/login");
        return undefined;
      })}
    >
      <TextField
        label="New password"
        name="password"
        type="password"
        autoComplete="new-password"
        hint={`At least ${minPasswordLength} characters.`}
        value={password}
        onValueChange={setPassword}
        error={mistake}
      />
      <Button type="submit" variant="primary" size="lg" isBusy={isBusy} className="w-full">
        Set the password
      </Button>
      <p className="text-center text-[13px] text-dim">
        Too late?{" "}
        <Link href="/forgot-password" className="rounded-sm font-medium text-accent-text underline-offset-2 hover:underline">
          Ask for another letter
        </Link>
      </p>
    </form>
  );
}

/** Sends a form once at a time, and keeps what is wrong with it as a sentence. */
export function useSubmit() {
  const [mistake, setMistake] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const run = (work: () => Promise<string | undefined>) => async (event: FormEvent) => {
    event.preventDefault();
    setMistake(undefined);
    setBusy(true);
    try {
      setMistake(await work());
    } catch (error) {
      setMistake(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { mistake, isBusy, run };
}
