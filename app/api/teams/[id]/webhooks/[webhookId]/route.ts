import { answerChange, answerDelete, ofTeam } from "@/lib/http/webhooks";

export const PATCH = ofTeam(answerChange);
export const DELETE = ofTeam(answerDelete);
