import { AppError } from "@/lib/errors";
import { handleOpen } from "@/lib/http/handle";

/** Addresses that there are none of answer as those do that there are: with a problem document, not with a page. */
const handleUnknown = handleOpen(async () => {
  throw new AppError("not-found", "There is no such address. /api/openapi.json lists those that there are.");
});

export const GET = handleUnknown;
export const POST = handleUnknown;
export const PUT = handleUnknown;
export const PATCH = handleUnknown;
export const DELETE = handleUnknown;
