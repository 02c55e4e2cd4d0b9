"use client";
import { copyText } from "@/components/ui/copy-text";
import { useToast } from "@/components/ui/toast";

/** Copies an address and says so. */
export function useCopyLink(): (url: string, options?: { readonly said?: string }) => Promise<void> {
  const say = useToast();
  return async (url, { said = "Copied." } = {}) => {
    if (await copyText(url)) say(said);
    else say("This browser keeps pages from copying. Mark the link and copy it by hand.", { tone: "error" });
  };
}
