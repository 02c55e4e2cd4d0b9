import { answerCreate, answerList, ofTeam } from "@/lib/http/webhooks";

export const GET = ofTeam(answerList);
export const POST = ofTeam(answerCreate);
