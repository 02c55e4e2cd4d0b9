import { handleRemote } from "@/lib/http/talks";
import { streamTalk } from "@/lib/http/talk-stream";

export const GET = handleRemote((input) => streamTalk(input));
