import { exportQuerySchema } from "@/lib/api/exports";
import { readQuery } from "@/lib/http/body";
import { answerExport } from "@/lib/http/export";
import { handleDeck } from "@/lib/http/handle";

export const GET = handleDeck("read", (input) => answerExport(input, readQuery(input.request, exportQuerySchema)), { rateLimit: "export" });
