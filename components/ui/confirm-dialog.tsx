"use client";
import { AlertDialog } from "@base-ui/react/alert-dialog";
import { Button } from "@/components/ui/button";

export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  /** What happens then, in a sentence. */
  readonly sentence: string;
  /** Names the act, for example "Withdraw". */
  readonly act: string;
  readonly isDangerous?: boolean;
  readonly onConfirm: () => void;
}

/** Asks once more before something that others will feel. */
export function ConfirmDialog({ isOpen, onOpenChange, title, sentence, act, isDangerous = false, onConfirm }: ConfirmDialogProps) {
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop
          forceRender
          className="fixed inset-0 z-50 bg-veil transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0"
        />
        <AlertDialog.Viewport className="fixed inset-0 z-50 flex items-center justify-center p-4">
          <AlertDialog.Popup className="w-full max-w-[400px] rounded-lg bg-raised p-6 shadow-pop outline-none transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0">
            <AlertDialog.Title className="text-[17px] leading-6 font-semibold tracking-[-0.01em]">{title}</AlertDialog.Title>
            <AlertDialog.Description className="mt-1.5 text-dim">{sentence}</AlertDialog.Description>
            <div className="mt-6 flex justify-end gap-2">
              <AlertDialog.Close render={<Button>Cancel</Button>} />
              <AlertDialog.Close render={<Button variant={isDangerous ? "danger" : "primary"}>{act}</Button>} onClick={onConfirm} />
            </div>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
