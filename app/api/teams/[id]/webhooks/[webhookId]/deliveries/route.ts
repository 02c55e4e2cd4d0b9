import { answerDeliveries, ofTeam } from "@/lib/http/webhooks";

export const GET = ofTeam(answerDeliveries);
