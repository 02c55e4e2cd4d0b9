"use client";
import { Copy } from "lucide-react";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { DialogActs } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";

export interface SecretOnceProps {
  readonly label: string;
  readonly secret: string;
  /** What it is good for, and why to keep it. */
  readonly sentence: string;
  readonly onDone: () => void;
}

/** A secret that is shown this once, in a dialog. */
export function SecretOnce({ label, secret, sentence, onDone }: SecretOnceProps) {
  const say = useToast();
  const copy = async () => {
    if (await copyText(secret)) say("Copied.");
    else say("This browser keeps pages from copying. Mark it and copy it by hand.", { tone: "error" });
  };
  return (
    <>
      <p className="mt-1 text-dim">{sentence}</p>
      <div className="mt-4 flex items-center gap-2">
        <input
          readOnly
          aria-label={label}
          value={secret}
          onFocus={(event) => event.currentTarget.select()}
          className="h-9 min-w-0 flex-1 rounded-sm bg-sunken px-3 font-mono text-[13px] outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]"
        />
        <Button variant="primary" className="h-9" onClick={() => void copy()}>
          <Copy aria-hidden="true" />
          Copy
        </Button>
      </div>
      <DialogActs>
        <Button onClick={onDone}>Done</Button>
      </DialogActs>
    </>
  );
}
