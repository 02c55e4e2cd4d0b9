import { exportQuerySchema } from "@/lib/api/exports";
import { readQuery } from "@/lib/http/body";
import { answerExport } from "@/lib/http/export";
import { handleDeck } from "@/lib/http/handle";

export const GET = handleDeck(
  "read",
  (input) => {
    const { format, notes } = readQuery(input.request, exportQuerySchema);
    return answerExport(input, { format, notes: notes === "1" });
  },
  { rateLimit: "export" },
);
