"use client";
import { useState, type FormEvent } from "react";
import type { KnownLinks } from "@/components/share/use-links";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActs } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Switch } from "@/components/ui/switch";
import { updateLinkBodySchema, type DeckLink, type UpdateLinkBody } from "@/lib/api/links";
import { maxLabelLength } from "@/lib/api/limits";

export interface LinkOptionsProps {
  readonly link: DeckLink;
  readonly links: KnownLinks;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What a link is called, until when it works, and whether it asks for a password. */
export function LinkOptions({ isOpen, onClose, ...rest }: LinkOptionsProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onClose}
      width="sm"
      title="Label, end and password"
      description="The address stays the same. Changes count at once, also for who has it open."
    >
      <Options {...rest} onClose={onClose} />
    </Dialog>
  );
}

function Options({ link, links, onClose }: Omit<LinkOptionsProps, "isOpen">) {
  const [label, setLabel] = useState(link.label ?? "");
  const [day, setDay] = useState(link.expiresAt === null ? "" : localDay(new Date(link.expiresAt)));
  const [hasEnd, setHasEnd] = useState(link.expiresAt !== null);
  const [hasPassword, setHasPassword] = useState(link.hasPassword);
  const [password, setPassword] = useState("");
  const [today] = useState(() => localDay(new Date()));
  const [mistake, setMistake] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    const body: UpdateLinkBody = {
      label: label.trim() === "" ? null : label,
      expiresAt: hasEnd ? (day === "" ? undefined : new Date(`${day}T23:59:59`).toISOString()) : null,
      password: hasPassword ? password || undefined : null,
    };
    if (hasEnd && day === "") return setMistake("Choose the day on which it ends.");
    if (hasPassword && !link.hasPassword && password === "") return setMistake("Choose a password.");
    const checked = updateLinkBodySchema.safeParse(body);
    if (!checked.success) return setMistake(checked.error.issues[0]?.message);
    setBusy(true);
    const isDone = await links.update(link, body);
    setBusy(false);
    if (isDone) onClose();
  }

  return (
    <form onSubmit={save} noValidate className="mt-5 flex flex-col gap-5">
      <TextField
        label="Label"
        name="label"
        hint="For you and your co-authors: whom it is for."
        maxLength={maxLabelLength}
        value={label}
        onValueChange={setLabel}
      />
      <div className="flex flex-col gap-3">
        <Switch label="Ends on a day" hint="After it the link opens nothing." isOn={hasEnd} onChange={setHasEnd} />
        {hasEnd ? <TextField label="Last day" name="day" type="date" min={today} value={day} onValueChange={setDay} /> : null}
      </div>
      <div className="flex flex-col gap-3">
        <Switch label="Asks for a password" hint="Send it on another way than the link." isOn={hasPassword} onChange={setHasPassword} />
        {hasPassword ? (
          <TextField
            label="Password"
            name="password"
            type="text"
            autoComplete="off"
            spellCheck={false}
            placeholder={link.hasPassword ? "As it is; type another one to change it" : ""}
            value={password}
            onValueChange={setPassword}
          />
        ) : null}
      </div>
      {mistake === undefined ? null : (
        <p role="alert" className="text-[13px] text-danger-text">
          {mistake}
        </p>
      )}
      <DialogActs>
        <Button type="submit" variant="primary" isBusy={isBusy}>
          Save
        </Button>
      </DialogActs>
    </form>
  );
}

/** `2026-05-12`, as a field of days wants it, in this browser's time. */
function localDay(date: Date): string {
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
}
