"use client";
import "@/components/editor/editor-tokens.css";
import "@/components/editor/editor.css";
import "@/components/editor/bars.css";
import { useState } from "react";
import { AccountMenu } from "@/components/account/account-menu";
import { BackToDecks } from "@/components/editor/deck/title-bar";
import { ExportMenu } from "@/components/editor/title/export-menu";
import { SaveWords } from "@/components/editor/title/save-label";
import { PresentButton } from "@/components/present/present-button";
import { useFreshSlides } from "@/components/present/use-fresh-slides";
import { SlideView } from "@/components/slides/slide-view";
import type { SlideViewSettings } from "@/components/slides/slide-shadow";
import type { Me } from "@/lib/api/account";
import type { DeckInfo } from "@/lib/api/decks";

export interface DeckSlidesProps {
  readonly deck: DeckInfo;
  readonly me: Me;
  readonly settings: SlideViewSettings;
  readonly css: string;
  readonly slides: readonly { readonly anchor: string; readonly title: string; readonly html: string; readonly fit: number | undefined }[];
}

const readOnly = { state: "read-only", reason: "You can see this deck's slides. Ask its owner to let you comment or edit." } as const;

/** The page of a deck that somebody may only look at: its slides, without text and notes. */
export function DeckSlides({ deck, me, settings, css, slides }: DeckSlidesProps) {
  const [active, setActive] = useState(0);
  useFreshSlides(deck);
  return (
    <main className="h-dvh">
      <div className="editor">
        <header className="title-bar">
          <BackToDecks />
          <h1 className="min-w-0 truncate px-1.5 text-[14px] font-semibold">{deck.title}</h1>
          <SaveWords state={readOnly} />
          <div className="flex-1" />
          <div className="flex items-center gap-1.5">
            <PresentButton deckId={deck.id} slideIndex={() => active} />
            <ExportMenu deckId={deck.id} role={deck.role} />
            <AccountMenu me={me} />
          </div>
        </header>
        <section aria-label="Slides" className="preview min-h-0 flex-1" tabIndex={0}>
          <ol className="preview-list" data-aspect={settings.aspectRatio}>
            {slides.map((slide, index) => (
              <li
                key={slide.anchor}
                className="preview-slide"
                data-active={index === active || undefined}
                aria-current={index === active ? "true" : undefined}
              >
                <div className="preview-slide-sheet" onClick={() => setActive(index)}>
                  <SlideView
                    html={slide.html}
                    settings={settings}
                    css={css}
                    fit={slide.fit}
                    label={`Slide ${index + 1}${slide.title === "" ? "" : `: ${slide.title}`}`}
                  />
                </div>
                <span className="preview-slide-number" aria-hidden="true">
                  {index + 1}
                </span>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </main>
  );
}
