"use client";
import { useState } from "react";
import { changeDeckSettings } from "@/components/editor/settings/edit-settings";
import { useThemeFits } from "@/components/editor/settings/use-theme-fits";
import { useSession } from "@/components/editor/session/use-session";
import { SlideView } from "@/components/slides/slide-view";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { PictureChoice } from "@/components/ui/picture-choice";
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Deck } from "@/lib/deck";
import { themeNamed, themeNames, type ThemeName } from "@/lib/themes";
import { settingEntryOf } from "@/lib/deck/reference";

/** The themes, each shown on the slide that is being written; one can leaf to the others. */
export function ThemePictures({ deck }: { readonly deck: Deck }) {
  const session = useSession();
  const [chosen, setShown] = useState(() => session.caret.get().slideIndex);
  const count = deck.slides.length;
  const shown = Math.min(chosen, count - 1);
  const slide = deck.slides[shown];
  const html = slide === undefined ? "" : session.live.html(slide);
  const steps = useThemeFits(html, deck);
  const texts = settingEntryOf("theme", "front-matter")?.setting?.values ?? [];
  const isKnown = themeNames.some((name) => name === deck.settings.theme);
  const { colorScheme, aspectRatio } = deck.settings;
  return (
    <div className="relative">
      <PictureChoice<ThemeName>
        label="Theme"
        columns={4}
        value={isKnown ? themeNamed(deck.settings.theme) : undefined}
        choices={themeNames.map((name) => ({ value: name, label: titled(name), hint: texts.find(({ value }) => value === name)?.text ?? "" }))}
        picture={(theme) =>
          slide === undefined ? null : (
            <SlideView
              html={html}
              settings={{ theme, colorScheme, aspectRatio }}
              css={deck.css}
              fit={steps.get(theme) ?? session.fits.get(slide.hash)?.step}
            />
          )
        }
        onChange={(theme) => changeDeckSettings(session, { theme: theme === themeNames[0] ? undefined : theme })}
      />
      <div className={classNames("absolute -top-1.5 right-0 flex items-center gap-0.5 text-xs text-dim", count < 2 && "hidden")}>
        <IconButton label="Slide before" icon={ChevronLeft} size="sm" hasTooltip={false} disabled={shown === 0} onClick={() => setShown(shown - 1)} />
        <span>
          Shown on slide {shown + 1} of {count}
        </span>
        <IconButton
          label="Slide after"
          icon={ChevronRight}
          size="sm"
          hasTooltip={false}
          disabled={shown >= count - 1}
          onClick={() => setShown(shown + 1)}
        />
      </div>
    </div>
  );
}

function titled(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
