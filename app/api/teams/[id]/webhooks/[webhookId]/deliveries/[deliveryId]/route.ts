import { answerSendAgain, ofTeam } from "@/lib/http/webhooks";

export const POST = ofTeam(answerSendAgain);
