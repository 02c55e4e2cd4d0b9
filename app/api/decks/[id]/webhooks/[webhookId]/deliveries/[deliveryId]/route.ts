import { answerSendAgain, ofDeck } from "@/lib/http/webhooks";

export const POST = ofDeck(answerSendAgain);
