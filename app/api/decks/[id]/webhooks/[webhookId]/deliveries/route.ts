import { answerDeliveries, ofDeck } from "@/lib/http/webhooks";

export const GET = ofDeck(answerDeliveries);
