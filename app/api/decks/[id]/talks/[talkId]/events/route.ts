import { handleTalk } from "@/lib/http/talks";
import { streamTalk } from "@/lib/http/talk-stream";

export const GET = handleTalk((input) => streamTalk(input));
