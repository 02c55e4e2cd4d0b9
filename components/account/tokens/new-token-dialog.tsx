"use client";
import { useState, type FormEvent } from "react";
import { SecretDialog } from "@/components/account/secret-dialog";
import { endOf, scopeWords, spans, type Span } from "@/components/account/tokens/token-words";
import { Button } from "@/components/ui/button";
import { ChoiceField } from "@/components/ui/choice-field";
import { DialogActs } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { sentenceOf } from "@/components/ui/sentence-of";
import { createToken } from "@/lib/api/client";
import { tokenLabelSchema, tokenScopes, type ApiTokenList, type CreatedToken, type TokenScope } from "@/lib/api/tokens";

export interface NewTokenDialogProps {
  readonly teams: ApiTokenList["teams"];
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onMade: (token: CreatedToken) => void;
}

/** Asks what a token is for, makes it, and shows it this once. */
export function NewTokenDialog({ teams, ...dialog }: NewTokenDialogProps) {
  return (
    <SecretDialog
      {...dialog}
      title="New token"
      madeTitle="Copy your token now"
      secretOf={({ token }) => ({
        label: "Your new token",
        secret: token,
        sentence: "It is shown this once. Whoever has it acts for you, so keep it where passwords are kept.",
      })}
      form={(onMade) => <Form teams={teams} onMade={onMade} />}
    />
  );
}

function Form({ teams, onMade }: Pick<NewTokenDialogProps, "teams" | "onMade">) {
  const [label, setLabel] = useState("");
  const [scope, setScope] = useState<TokenScope>("read");
  const [span, setSpan] = useState<Span>("90");
  const [teamId, setTeamId] = useState(allDecks);
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function make(event: FormEvent) {
    event.preventDefault();
    const checked = tokenLabelSchema.safeParse(label);
    if (!checked.success) return setError(checked.error.issues[0]?.message);
    setBusy(true);
    try {
      const expiresAt = endOf(span, new Date());
      onMade(
        await createToken({
          label: checked.data,
          scope,
          ...(teamId === allDecks ? {} : { teamId }),
          ...(expiresAt === undefined ? {} : { expiresAt }),
        }),
      );
    } catch (failure) {
      setError(sentenceOf(failure));
      setBusy(false);
    }
  }

  return (
    <form onSubmit={make} noValidate className="mt-5 flex flex-col gap-5">
      <TextField
        label="What is it for?"
        placeholder="Publishing from our repository"
        value={label}
        onValueChange={setLabel}
        error={error}
        autoComplete="off"
      />
      <ChoiceField
        label="What may it do?"
        value={scope}
        choices={tokenScopes.map((value) => ({ value, label: scopeWords[value].label }))}
        onChange={setScope}
        hint={scopeWords[scope].sentence}
      />
      {teams.length === 0 ? null : (
        <ChoiceField
          label="Which decks?"
          value={teamId}
          choices={[{ value: allDecks, label: "All of yours" }, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={setTeamId}
        />
      )}
      <ChoiceField label="Until when?" value={span} choices={spans} onChange={setSpan} />
      <DialogActs>
        <Button type="submit" variant="primary" isBusy={isBusy}>
          Make the token
        </Button>
      </DialogActs>
    </form>
  );
}

const allDecks = "all";
