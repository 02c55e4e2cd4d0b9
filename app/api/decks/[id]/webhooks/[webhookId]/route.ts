import { answerChange, answerDelete, ofDeck } from "@/lib/http/webhooks";

export const PATCH = ofDeck(answerChange);
export const DELETE = ofDeck(answerDelete);
