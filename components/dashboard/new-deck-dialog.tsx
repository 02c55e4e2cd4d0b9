"use client";
import { useEffect, useState, type ReactNode } from "react";
import { DeckCover } from "@/components/dashboard/deck-cover";
import { Dialog } from "@/components/ui/dialog";
import { sentenceOf } from "@/components/ui/sentence-of";
import { listTemplates } from "@/lib/api/client";
import type { CreateDeckBody, DeckCover as Cover } from "@/lib/api/decks";
import type { TemplateInfo } from "@/lib/api/templates";

export interface NewDeckDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** One is being made. */
  readonly isBusy: boolean;
  readonly onStart: (body: CreateDeckBody) => void;
}

/** What a deck can begin with: nothing, the tour, or a template. */
export function NewDeckDialog({ isOpen, onOpenChange, isBusy, onStart }: NewDeckDialogProps) {
  return (
    <Dialog width="xl" isOpen={isOpen} onOpenChange={onOpenChange} title="New deck" description="Every template is a whole talk: write over it.">
      {isOpen ? <Beginnings isBusy={isBusy} onStart={onStart} /> : null}
    </Dialog>
  );
}

function Beginnings({ isBusy, onStart }: Pick<NewDeckDialogProps, "isBusy" | "onStart">) {
  const [templates, failure] = useTemplates();
  return (
    <>
      <ul
        aria-label="Begin with"
        aria-busy={templates === undefined || isBusy || undefined}
        className="mt-5 grid grid-cols-2 gap-x-4 gap-y-5 sm:grid-cols-4"
      >
        <Beginning name="Empty" about="A blank text, and nothing to delete." isBusy={isBusy} onClick={() => onStart({})} picture={<EmptyPicture />} />
        {templates?.map(({ id, name, about, cover, slides }) => (
          <Beginning
            key={id}
            name={name}
            about={about}
            hint={`${slides} slides`}
            isBusy={isBusy}
            onClick={() => onStart({ template: id })}
            picture={<Picture cover={cover} />}
          />
        ))}
        <Beginning
          name="The tour"
          about="Five slides that show what there is."
          isBusy={isBusy}
          onClick={() => onStart({ start: "tour" })}
          picture={<TourPicture />}
        />
      </ul>
      {failure === undefined ? null : <p className="mt-4 text-[13px] text-danger-text">{failure}</p>}
    </>
  );
}

interface BeginningProps {
  readonly name: string;
  readonly about: string;
  readonly hint?: string;
  readonly isBusy: boolean;
  readonly picture: ReactNode;
  readonly onClick: () => void;
}

function Beginning({ name, about, hint, isBusy, picture, onClick }: BeginningProps) {
  return (
    <li>
      <button
        type="button"
        aria-disabled={isBusy || undefined}
        onClick={isBusy ? undefined : onClick}
        className="group block w-full rounded-md text-left outline-offset-4 aria-disabled:opacity-60"
      >
        {picture}
        <span className="mt-2 block text-[13px] font-medium">{name}</span>
        <span className="mt-0.5 block text-xs leading-4 text-dim">{about}</span>
        {hint === undefined ? null : <span className="mt-0.5 block text-xs leading-4 text-dim tabular-nums">{hint}</span>}
      </button>
    </li>
  );
}

const liftClass = "group-hover:shadow-[0_0_0_1px_var(--control),0_8px_20px_-10px_var(--shade)]";

function Picture({ cover }: { readonly cover: Cover }) {
  return <DeckCover cover={cover} aspectRatio={cover.aspectRatio} className={liftClass} />;
}

function EmptyPicture() {
  return (
    <span
      className={`flex aspect-video items-center justify-center rounded-md bg-page text-[22px] font-light text-dim shadow-[0_0_0_1px_var(--line)] transition-shadow duration-100 ${liftClass}`}
      aria-hidden="true"
    >
      +
    </span>
  );
}

function TourPicture() {
  return (
    <span
      className={`flex aspect-video items-end gap-[3%] rounded-md bg-sunken p-[12%] shadow-[0_0_0_1px_var(--line)] transition-shadow duration-100 ${liftClass}`}
      aria-hidden="true"
    >
      {[1, 2, 3, 4, 5].map((slide) => (
        <span key={slide} className="aspect-video flex-1 rounded-[2px] bg-raised shadow-[0_0_0_1px_var(--control)]" />
      ))}
    </span>
  );
}

/** Asked for when the dialog opens. */
function useTemplates(): readonly [readonly TemplateInfo[] | undefined, string | undefined] {
  const [templates, setTemplates] = useState<readonly TemplateInfo[]>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    const leaving = new AbortController();
    listTemplates({ signal: leaving.signal }).then(
      (list) => setTemplates(list.templates),
      (error: unknown) => {
        if (!leaving.signal.aborted) setFailure(sentenceOf(error));
      },
    );
    return () => leaving.abort();
  }, []);
  return [templates, failure];
}
