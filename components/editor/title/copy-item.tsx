"use client";
import { Copy } from "lucide-react";
import { useRouter } from "next/navigation";
import { MenuItem } from "@/components/ui/menu";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { copyDeck } from "@/lib/api/people-client";

/** Makes a deck of one's own of this one, and opens it. */
export function CopyItem({ deckId }: { readonly deckId: string }) {
  const router = useRouter();
  const say = useToast();
  async function copy() {
    try {
      const { id, title } = await copyDeck(deckId);
      say(`This is “${title}”, yours alone.`);
      router.push(`/decks/${id}`);
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
    }
  }
  return (
    <MenuItem icon={Copy} onClick={() => void copy()}>
      Make a copy
    </MenuItem>
  );
}
