import { openApiDocument } from "@/lib/api/openapi/document";
import { json } from "@/lib/http/answers";
import { handleOpen } from "@/lib/http/handle";
import { originOf } from "@/lib/http/origin";

/** The API for programs that read such documents. */
export const GET = handleOpen(async ({ request, runtime }) => json(200, openApiDocument(originOf(request, runtime.env))));
