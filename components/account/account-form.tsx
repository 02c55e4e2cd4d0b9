"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { sentenceOf } from "@/components/ui/sentence-of";
import { minPasswordLength, signInBodySchema, signUpBodySchema } from "@/lib/api/account";
import { oidcAddress } from "@/lib/api/account-client";
import { signIn, signUp } from "@/lib/api/client";

export interface AccountFormProps {
  readonly mode: "sign-in" | "sign-up";
  /** A path of this app to go on to. */
  readonly next: string;
  /** What a guest called themselves. */
  readonly guestName?: string;
  /** What another way to sign in is called; undefined where there is none. */
  readonly oidcName?: string | undefined;
}

interface Entries {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

type Mistakes = Partial<Record<keyof Entries, string>>;

/** Signs in, or makes an account. */
export function AccountForm({ mode, next, guestName = "", oidcName }: AccountFormProps) {
  const router = useRouter();
  const [entries, setEntries] = useState<Entries>({ name: guestName, email: "", password: "" });
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const isNew = mode === "sign-up";
  const field = (name: keyof Entries) => ({
    name,
    value: entries[name],
    onValueChange: (value: string) => setEntries((now) => ({ ...now, [name]: value })),
    error: mistakes[name],
  });

  async function submit(event: FormEvent) {
    event.preventDefault();
    setFailure(undefined);
    const found = findMistakes(mode, entries);
    setMistakes(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      await (isNew ? signUp(entries) : signIn({ email: entries.email, password: entries.password }));
      router.push(next);
      router.refresh();
    } catch (error) {
      setFailure(sentenceOf(error));
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit} noValidate className="mt-6 flex flex-col gap-4">
      {isNew ? <TextField label="Name" autoComplete="name" hint="Co-authors see it at your caret." {...field("name")} /> : null}
      <TextField label="E-mail" type="email" autoComplete={isNew ? "email" : "username"} {...field("email")} />
      <TextField
        label="Password"
        type="password"
        autoComplete={isNew ? "new-password" : "current-password"}
        hint={isNew ? `At least ${minPasswordLength} characters.` : undefined}
        {...field("password")}
      />
      {isNew ? null : (
        <Link href="/forgot-password" className="-mt-2 self-start text-[13px] text-accent-text hover:underline">
          Forgot your password?
        </Link>
      )}
      {failure === undefined ? null : (
        <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-[13px] text-danger-text">
          {failure}
        </p>
      )}
      <Button type="submit" variant="primary" size="lg" isBusy={isBusy} className="mt-1 w-full">
        {isNew ? "Sign up" : "Sign in"}
      </Button>
      {oidcName === undefined ? null : (
        <Button
          size="lg"
          className="w-full"
          onClick={() =>
            void oidcAddress(next).then(
              (address) => location.assign(address),
              (error: unknown) => setFailure(sentenceOf(error)),
            )
          }
        >
          Continue with {oidcName}
        </Button>
      )}
      <p className="text-center text-[13px] text-dim">
        {isNew ? "You have an account?" : "New here?"}{" "}
        <Link href={`${isNew ? "/login" : "/signup"}?next=${encodeURIComponent(next)}`} className="font-medium text-accent-text hover:underline">
          {isNew ? "Sign in" : "Sign up"}
        </Link>
      </p>
    </form>
  );
}

function findMistakes(mode: AccountFormProps["mode"], entries: Entries): Mistakes {
  const checked = (mode === "sign-up" ? signUpBodySchema : signInBodySchema).safeParse(entries);
  if (checked.success) return {};
  const mistakes: Mistakes = {};
  for (const { path, message } of checked.error.issues) {
    const name = (["name", "email", "password"] as const).find((known) => known === path[0]);
    if (name !== undefined) mistakes[name] ??= message;
  }
  return mistakes;
}
