"use client";
import { usePathname, useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { signOut } from "@/lib/api/client";

/** The way to come back to this address as somebody else: a guest's decks come along, whoever has an account is signed out first. */
export function OtherAccount({ isGuest }: { readonly isGuest: boolean }) {
  const [isBusy, setBusy] = useState(false);
  const router = useRouter();
  const say = useToast();
  const signIn = `/login?next=${encodeURIComponent(usePathname())}`;
  if (isGuest) return <ButtonLink href={signIn}>Sign in</ButtonLink>;
  const change = async () => {
    setBusy(true);
    try {
      await signOut();
      router.push(signIn);
      router.refresh();
    } catch (error) {
      setBusy(false);
      say(sentenceOf(error), { tone: "error" });
    }
  };
  return (
    <Button isBusy={isBusy} onClick={() => void change()}>
      Use another account
    </Button>
  );
}
