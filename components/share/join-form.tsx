"use client";
import { useState } from "react";
import { AgreeForm } from "@/components/share/agree-form";
import { TextField } from "@/components/ui/field";
import { joinDeck } from "@/lib/api/links-client";

export interface JoinFormProps {
  readonly token: string;
  readonly needsPassword: boolean;
  /** Empty where the visitor has none yet: then it is asked for. */
  readonly name: string;
}

/** Agrees to join a deck by a link, with its password where it has one. */
export function JoinForm({ token, needsPassword, name }: JoinFormProps) {
  const [password, setPassword] = useState("");
  const join = async () => {
    const { deckId } = await joinDeck(token, { password: needsPassword ? password : undefined });
    return `/decks/${deckId}`;
  };
  return (
    <AgreeForm act="Join" name={name} onAgree={join}>
      {needsPassword ? (
        <TextField label="The link’s password" name="password" type="password" autoComplete="off" value={password} onValueChange={setPassword} />
      ) : null}
    </AgreeForm>
  );
}
