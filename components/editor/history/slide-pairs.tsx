"use client";
import { ChevronRight } from "lucide-react";
import { useRef, useState, type ReactNode } from "react";
import type { DrawnDeck, DrawnSlide } from "@/components/editor/history/draw-deck";
import { foldSame, pairTitle, type PairOfSlides } from "@/components/editor/history/pair-words";
import type { ComparedDecks } from "@/components/editor/history/use-comparison";
import { useSteps } from "@/components/editor/history/use-steps";
import { slidesText } from "@/components/editor/history/version-words";
import { useIsNear } from "@/components/editor/preview/use-is-near";
import { SlideView } from "@/components/slides/slide-view";
import { classNames } from "@/components/ui/class-names";

export interface SlidePairsProps extends ComparedDecks {
  readonly captions: PairCaptions;
  /** What can be said of a slide of the later deck. */
  readonly actsOf?: ((index: number) => ReactNode) | undefined;
}

/** What changed, slide by slide: then on the left, now on the right; what is the same is folded. */
export function SlidePairs({ before, after, changes, captions, actsOf }: SlidePairsProps) {
  const rows = foldSame(changes);
  const pairs = rows.filter((row) => row.kind !== "folded");
  const stepsBefore = useSteps(
    before,
    pairs.flatMap((row) => (row.kind === "added" ? [] : [row.before])),
  );
  const stepsAfter = useSteps(
    after,
    pairs.flatMap((row) => (row.kind === "removed" || row.kind === "moved" ? [] : [row.after])),
  );
  return (
    <ol className="mx-auto flex max-w-[1080px] flex-col gap-6">
      {rows.map((row) =>
        row.kind === "folded" ? (
          <Folded key={`same ${row.after[0]}`} deck={after} indexes={row.after} isOpenAtFirst={rows.length === 1} actsOf={actsOf} />
        ) : (
          <Pair
            key={`${row.kind} ${"after" in row ? row.after : row.before}`}
            pair={row}
            {...{ before, after, captions, actsOf, stepsBefore, stepsAfter }}
          />
        ),
      )}
    </ol>
  );
}

/** What the two sides of a pair are. */
interface PairCaptions {
  readonly earlier: string;
  readonly later: string;
}

interface PairProps extends Pick<ComparedDecks, "before" | "after"> {
  readonly captions: PairCaptions;
  readonly actsOf: SlidePairsProps["actsOf"];
  readonly pair: PairOfSlides;
  readonly stepsBefore: ReadonlyMap<number, number>;
  readonly stepsAfter: ReadonlyMap<number, number>;
}

function Pair({ pair, captions, actsOf, before, after, stepsBefore, stepsAfter }: PairProps) {
  const then = "before" in pair ? before.slides[pair.before] : undefined;
  const now = "after" in pair ? after.slides[pair.after] : undefined;
  const { place, title, sign, tone } = pairTitle(pair, (now ?? then)?.title ?? "");
  const thenFit = "before" in pair ? stepsBefore.get(pair.before) : undefined;
  const nowFit = "after" in pair ? stepsAfter.get(pair.after) : undefined;
  return (
    <li>
      {/* No heading: those of the slides above it are headings of their own, and levels would jump. */}
      <p className="mb-2 flex items-baseline gap-2 text-[13px]">
        <span className="shrink-0 font-medium">{place}</span>
        <span className="min-w-0 truncate text-dim">{title}</span>
        <span className={classNames("ml-auto shrink-0 rounded-sm px-1.5 text-[12px] font-medium", tones[tone])}>{sign}</span>
      </p>
      {pair.kind === "moved" ? (
        <div className="sm:w-1/2 sm:pr-2">
          <Side caption="Its text is the same" deck={before} slide={then} fit={thenFit} />
        </div>
      ) : (
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 sm:gap-4">
          <Side caption={captions.earlier} deck={before} slide={then} fit={thenFit} instead="It was not there then" />
          <Side
            caption={sameLook(then, now) ? `${captions.later}: its notes or settings changed` : captions.later}
            deck={after}
            slide={now}
            fit={nowFit}
            instead="It is not there any more"
          />
        </div>
      )}
      {"after" in pair ? <div className="mt-2">{actsOf?.(pair.after)}</div> : null}
    </li>
  );
}

const tones = {
  changed: "bg-accent-soft text-accent-text",
  added: "bg-[color-mix(in_oklch,var(--success)_16%,transparent)] text-text",
  removed: "bg-danger-soft text-danger-text",
} as const;

interface SideProps {
  readonly caption: string;
  readonly deck: DrawnDeck;
  readonly slide: DrawnSlide | undefined;
  readonly fit: number | undefined;
  /** Said where there is no slide. */
  readonly instead?: string;
}

function Side({ caption, deck, slide, fit, instead }: SideProps) {
  const box = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(box, false);
  const shape = deck.settings.aspectRatio === "4:3" ? "aspect-[4/3]" : "aspect-video";
  return (
    <figure className="min-w-0">
      <div
        ref={box}
        className={classNames(
          shape,
          "overflow-hidden rounded-md",
          slide === undefined ? "border border-dashed border-control" : "shadow-[0_0_0_1px_var(--line)]",
        )}
      >
        {slide === undefined ? <Empty>{instead}</Empty> : null}
        {slide !== undefined && isNear ? (
          <SlideView html={slide.html} settings={deck.settings} css={deck.css} fit={fit} label={`${caption}: ${slide.title}`} />
        ) : null}
      </div>
      <figcaption className="mt-1 text-[12px] text-dim">{slide === undefined ? "\u00A0" : caption}</figcaption>
    </figure>
  );
}

function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="flex size-full items-center justify-center p-4 text-center text-[13px] text-dim">{children}</p>;
}

interface FoldedProps {
  readonly deck: DrawnDeck;
  readonly indexes: readonly number[];
  /** Where there is nothing else to see. */
  readonly isOpenAtFirst: boolean;
  readonly actsOf: SlidePairsProps["actsOf"];
}

/** Slides that are the same then and now; shown small when somebody wants to see them. */
function Folded({ deck, indexes, isOpenAtFirst, actsOf }: FoldedProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <li className="border-y border-line py-1">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="-mx-1 flex items-center gap-1 rounded-sm px-1 py-1 text-[13px] text-dim hover:bg-hover hover:text-text"
      >
        <ChevronRight className={classNames("size-4 transition-transform duration-100", isOpen && "rotate-90")} aria-hidden="true" />
        {slidesText(indexes.length).replace(" ", " unchanged ")}
      </button>
      {isOpen ? <FoldedSlides deck={deck} indexes={indexes} actsOf={actsOf} /> : null}
    </li>
  );
}

function FoldedSlides({ deck, indexes, actsOf }: Omit<FoldedProps, "isOpenAtFirst">) {
  const steps = useSteps(deck, indexes);
  return (
    <div className={classNames("grid gap-3 py-2", actsOf === undefined ? "grid-cols-2 sm:grid-cols-4" : "grid-cols-1 gap-y-6 sm:grid-cols-2")}>
      {indexes.map((index) => (
        <div key={index} className="min-w-0">
          <Side caption={`Slide ${index + 1}`} deck={deck} slide={deck.slides[index]} fit={steps.get(index)} />
          {actsOf?.(index)}
        </div>
      ))}
    </div>
  );
}

/** The number that a slide has in its deck is no part of its looks. */
function sameLook(then: DrawnSlide | undefined, now: DrawnSlide | undefined): boolean {
  const look = (html: string) => html.replace(/ data-slide="\d+"/, "");
  return then !== undefined && now !== undefined && look(then.html) === look(now.html);
}
