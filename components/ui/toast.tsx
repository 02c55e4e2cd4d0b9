"use client";
import { Toast } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { useCallback, type ReactNode } from "react";

export interface ToastOptions {
  /** An error stays longer and is read out at once; a notice is of something that nobody here did. */
  readonly tone?: "done" | "notice" | "error";
  /** One act that belongs to what is said, for example "Undo". */
  readonly act?: { readonly label: string; readonly onClick: () => void };
}

const readingTimeMs = { done: 4_000, notice: 7_000, error: 9_000 } as const;
/** Time to read it, to decide, and to get there. */
const actingTimeMs = 12_000;

type Say = (sentence: string, options?: ToastOptions) => void;

/** Says something at the edge of the page, for a moment: by the same function at every render, so that effects may name it. */
export function useToast(): Say {
  const { add } = Toast.useToastManager();
  return useCallback<Say>(
    (sentence, { tone = "done", act } = {}) => {
      add({
        title: sentence,
        type: tone,
        priority: tone === "error" ? "high" : "low",
        timeout: act === undefined ? readingTimeMs[tone] : Math.max(actingTimeMs, readingTimeMs[tone]),
        actionProps: act === undefined ? undefined : { children: act.label, onClick: act.onClick },
      });
    },
    [add],
  );
}

/** Where toasts show; once around the app. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Toast.Provider limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed inset-x-4 top-3 z-60 flex flex-col items-center gap-2 sm:inset-x-auto sm:top-auto sm:right-6 sm:bottom-9 sm:w-[360px] sm:items-stretch">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Toasts() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={toastClass}>
      <Toast.Content className="flex items-start gap-2.5 py-3 pr-2 pl-3.5">
        <ToastSign type={toast.type} />
        <Toast.Title render={<p className="min-w-0 flex-1 text-[13px] break-words" />} />
        {toast.actionProps === undefined ? null : (
          <Toast.Action className="shrink-0 rounded-sm px-1.5 text-[13px] font-medium text-accent-text hover:bg-hover" />
        )}
        <Toast.Close aria-label="Dismiss" className="shrink-0 rounded-sm p-0.5 text-dim hover:bg-hover hover:text-text">
          <X className="size-4" aria-hidden="true" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}

function ToastSign({ type }: { readonly type: string | undefined }) {
  const className = "mt-0.5 size-4 shrink-0";
  if (type === "error") return <CircleAlert className={`${className} text-danger`} aria-hidden="true" />;
  if (type === "notice") return <Info className={`${className} text-dim`} aria-hidden="true" />;
  return <CircleCheck className={`${className} text-success`} aria-hidden="true" />;
}

const toastClass =
  "w-full max-w-[360px] rounded-lg bg-raised shadow-pop transition-[opacity,translate] duration-150 data-ending-style:opacity-0 data-limited:opacity-0 " +
  "data-starting-style:translate-y-2 data-starting-style:opacity-0 translate-x-(--toast-swipe-movement-x)";
