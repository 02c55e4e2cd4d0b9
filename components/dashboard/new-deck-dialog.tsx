"use client";
import { useEffect, useState, type ReactNode } from "react";
import { DeckCover } from "@/components/dashboard/deck-cover";
import type { NewDeck } from "@/components/dashboard/use-new-deck";
import { Dialog } from "@/components/ui/dialog";
import { sentenceOf } from "@/components/ui/sentence-of";
import { nameWithin } from "@/lib/collab/protocol/person-name";
import { listDecks } from "@/lib/api/client";
import { listTemplates } from "@/lib/api/library-client";
import type { DeckCover as Cover, DeckInfo } from "@/lib/api/decks";
import type { TemplateInfo } from "@/lib/api/templates";
import { may } from "@/lib/workspace/policies";

export interface NewDeckDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly making: NewDeck;
  /** The team that it will belong to, where it is one's. */
  readonly teamName: string | undefined;
}

/** What a deck can begin with: nothing, the tour, a template of the product, or a deck that is used as one. */
export function NewDeckDialog({ isOpen, onOpenChange, making, teamName }: NewDeckDialogProps) {
  return (
    <Dialog
      width="xl"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title="New deck"
      description={`Every template is a whole talk: write over it.${teamName === undefined ? "" : ` The deck will belong to ${teamName}.`}`}
    >
      {isOpen ? <Beginnings making={making} /> : null}
    </Dialog>
  );
}

const gridClass = "mt-5 grid grid-cols-2 gap-x-4 gap-y-5 sm:grid-cols-4";

function Beginnings({ making: { isBusy, start, startFrom } }: Pick<NewDeckDialogProps, "making">) {
  const { templates, own, failure } = useTemplates();
  return (
    <>
      <ul aria-label="Begin with" aria-busy={templates === undefined || isBusy || undefined} className={gridClass}>
        <Beginning
          name="Empty"
          about="A blank text, and nothing to delete."
          isBusy={isBusy}
          onClick={() => void start({})}
          picture={<EmptyPicture />}
        />
        {templates === undefined && failure === undefined ? placesOf(6).map((place) => <Coming key={place} />) : null}
        {templates?.map(({ id, name, about, cover, slides }) => (
          <Beginning
            key={id}
            name={name}
            about={about}
            hint={`${slides} slides`}
            isBusy={isBusy}
            onClick={() => void start({ template: id })}
            picture={<Picture cover={cover} />}
          />
        ))}
        <Beginning
          name="The tour"
          about="Five slides that show what there is."
          isBusy={isBusy}
          onClick={() => void start({ start: "tour" })}
          picture={<TourPicture />}
        />
      </ul>
      {own === undefined || own.length === 0 ? null : (
        <>
          <h3 className="mt-7 text-[13px] font-semibold">Your templates</h3>
          <ul aria-label="Your templates" className={gridClass}>
            {own.map((deck) => (
              <Beginning
                key={deck.id}
                name={deck.title}
                about={deck.owner.isYou ? "Yours" : `Of ${nameWithin(deck.owner.name)}`}
                hint={deck.slides === 1 ? "One slide" : `${deck.slides} slides`}
                isBusy={isBusy}
                onClick={() => void startFrom(deck)}
                picture={<Picture cover={deck.cover} />}
              />
            ))}
          </ul>
        </>
      )}
      {failure === undefined ? null : <p className="mt-4 text-[13px] text-danger-text">{failure}</p>}
    </>
  );
}

/** A template that is on its way, in its room, so that nothing moves under a pointer. */
function Coming() {
  return (
    <li aria-hidden="true">
      <span className="block aspect-video rounded-md bg-sunken" />
    </li>
  );
}

const placesOf = (count: number) => Array.from({ length: count }, (_, place) => place);

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

interface Templates {
  readonly templates: readonly TemplateInfo[] | undefined;
  /** Decks that are used as templates, as far as their text may be taken. */
  readonly own: readonly DeckInfo[] | undefined;
  readonly failure: string | undefined;
}

/** Asked for when the dialog opens. */
function useTemplates(): Templates {
  const [templates, setTemplates] = useState<readonly TemplateInfo[]>();
  const [own, setOwn] = useState<readonly DeckInfo[]>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const ask = async () => {
      const [list, { decks }] = await Promise.all([listTemplates({ signal }), listDecks({ show: "templates", sort: "name" }, { signal })]);
      setTemplates(list.templates);
      setOwn(decks.filter(({ role }) => may(role, "exportMarkdown")));
    };
    ask().catch((error: unknown) => {
      if (!signal.aborted) setFailure(sentenceOf(error));
    });
    return () => leaving.abort();
  }, []);
  return { templates, own, failure };
}
