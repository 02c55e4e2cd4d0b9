"use client";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { PersonAvatar } from "@/components/account/person-avatar";
import { nameBefore, withName } from "@/components/editor/comments/mention";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { inputClass } from "@/components/ui/field";
import { sentenceOf } from "@/components/ui/sentence-of";
import type { CommentPerson } from "@/lib/api/comments";
import { maxCommentLength } from "@/lib/api/limits";

export interface CommentFormProps {
  readonly label: string;
  readonly act: string;
  readonly initial?: string;
  /** Where words wait that were not said yet, under this key. */
  readonly unsent?: { readonly words: Map<string, string>; readonly key: string };
  readonly isFocused?: boolean;
  readonly people: readonly CommentPerson[];
  /** Throws what could not be done; the words stay. */
  readonly onSave: (body: string) => Promise<void>;
  readonly onCancel?: () => void;
}

/** Words of a comment. Ctrl+Enter says them, Escape gives them up, `@` finds people of the deck. */
export function CommentForm({ label, act, initial = "", unsent, isFocused = false, people, onSave, onCancel }: CommentFormProps) {
  const [body, setBody] = useState(() => unsent?.words.get(unsent.key) ?? initial);
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [caret, setCaret] = useState(body.length);
  const [chosen, setChosen] = useState(0);
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  // The focus brings the words into sight, and not the buttons below them.
  useEffect(() => {
    if (isFocused) area.current?.form?.scrollIntoView({ block: "nearest" });
  }, [isFocused]);
  const sought = nameBefore(body, caret);
  const found =
    sought === undefined ? [] : people.filter(({ name }) => name !== "" && name.toLowerCase().startsWith(sought.toLowerCase())).slice(0, 6);
  const isEmpty = body.trim() === "";

  function write(next: string) {
    setBody(next);
    unsent?.words.set(unsent.key, next);
  }

  function cancel() {
    unsent?.words.delete(unsent.key);
    onCancel?.();
  }

  async function save() {
    if (isEmpty || isBusy) return;
    setBusy(true);
    setError(undefined);
    try {
      await onSave(body.trim());
      setBody("");
    } catch (failure) {
      setError(sentenceOf(failure));
    }
    setBusy(false);
  }

  function mention(person: CommentPerson) {
    const next = withName(body, { caret, name: person.name });
    write(next.body);
    setCaret(next.caret);
    setChosen(0);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(next.caret, next.caret);
    });
  }

  function onKeyDown(event: KeyboardEvent) {
    const person = found[chosen] ?? found[0];
    if (person !== undefined && ["ArrowDown", "ArrowUp", "Enter", "Tab", "Escape"].includes(event.key) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      if (event.key === "Escape") setCaret(0);
      else if (event.key === "ArrowDown") setChosen((chosen + 1) % found.length);
      else if (event.key === "ArrowUp") setChosen((chosen + found.length - 1) % found.length);
      else mention(person);
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    } else if (event.key === "Escape" && onCancel !== undefined) {
      event.stopPropagation();
      cancel();
    }
  }

  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="relative">
        <textarea
          ref={area}
          aria-label={label}
          placeholder={label}
          rows={body === "" && !isFocused ? 1 : 3}
          autoFocus={isFocused}
          value={body}
          maxLength={maxCommentLength}
          aria-autocomplete="list"
          aria-controls={found.length > 0 ? listId : undefined}
          aria-activedescendant={found.length > 0 ? `${listId}-${chosen}` : undefined}
          aria-invalid={error !== undefined || undefined}
          onChange={(event) => {
            write(event.target.value);
            setCaret(event.target.selectionStart);
            setChosen(0);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
          className={classNames(inputClass, "field-sizing-content max-h-60 resize-none py-2 text-[13px] leading-[19px]")}
        />
        {found.length > 0 ? (
          <div
            id={listId}
            role="listbox"
            aria-label="People of this deck"
            className="absolute top-full right-0 left-0 z-10 mt-1 rounded-md bg-raised p-1 shadow-pop"
          >
            {found.map((person, index) => (
              <div
                key={person.id}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === chosen}
                onMouseDown={(event) => {
                  event.preventDefault();
                  mention(person);
                }}
                className={classNames("flex cursor-pointer items-center gap-2 rounded-sm px-2 py-1.5 text-[13px]", index === chosen && "bg-hover")}
              >
                <PersonAvatar id={person.id} name={person.name} size="sm" />
                <span className="truncate">{person.name}</span>
              </div>
            ))}
          </div>
        ) : null}
      </div>
      {error === undefined ? null : (
        <p role="alert" className="text-[13px] text-danger-text">
          {error}
        </p>
      )}
      {isEmpty && onCancel === undefined ? null : (
        <div className="flex justify-end gap-2">
          {onCancel === undefined ? null : (
            <Button variant="ghost" size="sm" onClick={cancel}>
              Cancel
            </Button>
          )}
          <Button type="submit" variant="primary" size="sm" isBusy={isBusy} disabled={isEmpty}>
            {act}
          </Button>
        </div>
      )}
    </form>
  );
}
