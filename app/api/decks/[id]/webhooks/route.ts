import { answerCreate, answerList, ofDeck } from "@/lib/http/webhooks";

export const GET = ofDeck(answerList);
export const POST = ofDeck(answerCreate);
