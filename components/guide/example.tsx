"use client";
import { PenLine, RotateCcw } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { useInSight } from "@/components/dashboard/use-in-sight";
import { SourceLines } from "@/components/guide/source-lines";
import { closeExample, openExample, useIsOpen } from "@/components/guide/open-example";
import type { RenderedExample } from "@/components/slides/render-example";
import { SlideView } from "@/components/slides/slide-view";
import { useDrawnExample } from "@/components/slides/use-drawn-example";
import { Button } from "@/components/ui/button";

/** The editor and all that it brings come when somebody wants to write. */
const TryExample = lazy(async () => ({ default: (await import("@/components/guide/try-example")).TryExample }));

export interface ExampleProps {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly rendered: RenderedExample;
}

/** Source and slides side by side; pressed, they become the real editor. One of them is open at a time. */
export function Example({ id, title, source, rendered }: ExampleProps) {
  const isOpen = useIsOpen(id);
  return (
    <div className="mt-4 overflow-hidden rounded-lg bg-raised shadow-[0_0_0_1px_var(--line)]">
      {isOpen ? (
        <section aria-label={`Try: ${title}`} className="h-[440px]">
          <Suspense fallback={<Still source={source} rendered={rendered} title={title} />}>
            <TryExample source={source} />
          </Suspense>
        </section>
      ) : (
        <Still source={source} rendered={rendered} title={title} />
      )}
      <div className="flex items-center gap-2 border-t border-line px-2 py-1.5">
        {isOpen ? (
          <Button size="sm" variant="ghost" onClick={closeExample}>
            <RotateCcw aria-hidden="true" />
            Back to the example
          </Button>
        ) : (
          <Button size="sm" variant="ghost" onClick={() => openExample(id)} aria-label={`Try it: ${title}`}>
            <PenLine aria-hidden="true" />
            Try it
          </Button>
        )}
      </div>
    </div>
  );
}

function Still({ source, rendered: asWritten, title }: Omit<ExampleProps, "id">) {
  const frame = useRef<HTMLDivElement>(null);
  const rendered = useDrawnExample(source, asWritten, useInSight(frame, { atFirst: false }));
  const shown = rendered.slides.filter(({ isHidden }) => !isHidden);
  const slides = shown.length === 0 ? rendered.slides : shown;
  return (
    <div ref={frame} className="grid md:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <div
        tabIndex={0}
        role="group"
        aria-label={`Source: ${title}`}
        className="overflow-x-auto p-4 focus-visible:outline-offset-[-2px] max-md:border-b max-md:border-line md:border-r md:border-line"
      >
        <SourceLines source={source} />
      </div>
      <div className={slides.length > 1 ? "grid content-start gap-3 bg-sunken p-4 sm:grid-cols-2" : "bg-sunken p-4"}>
        {slides.map((slide, index) => (
          <StillSlide key={index} slide={slide} rendered={rendered} label={slides.length > 1 ? `${title}, slide ${index + 1}` : title} />
        ))}
      </div>
    </div>
  );
}

interface StillSlideProps {
  readonly slide: RenderedExample["slides"][number];
  readonly rendered: RenderedExample;
  readonly label: string;
}

/** A slide, drawn when it comes near; one with steps can be walked through. */
function StillSlide({ slide, rendered, label }: StillSlideProps) {
  const frame = useRef<HTMLDivElement>(null);
  const isNear = useInSight(frame, { atFirst: false });
  const [step, setStep] = useState<number>();
  const { settings, css } = rendered;
  const next = step === undefined || step >= slide.fragments ? 0 : step + 1;
  return (
    <div>
      {/* A picture to assistive technology: a slide's own headings would tear the page's outline apart. */}
      <div
        ref={frame}
        role="img"
        aria-label={label}
        className="overflow-hidden rounded-sm bg-raised shadow-[0_0_0_1px_var(--line)]"
        style={{ aspectRatio: settings.aspectRatio === "4:3" ? "4 / 3" : "16 / 9" }}
      >
        {isNear ? <SlideView html={slide.html} settings={settings} css={css} {...(step === undefined ? {} : { step })} /> : null}
      </div>
      {slide.fragments === 0 ? null : (
        <div className="mt-2 flex items-center gap-2 text-[13px] text-dim">
          <Button size="sm" onClick={() => setStep(next)}>
            {step === undefined ? "Step through" : step >= slide.fragments ? "From the start" : "Next step"}
          </Button>
          <span aria-live="polite">{step === undefined ? "All shown" : `${step} of ${slide.fragments} shown`}</span>
        </div>
      )}
    </div>
  );
}
