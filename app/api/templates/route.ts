import { json } from "@/lib/http/answers";
import { handleOpen } from "@/lib/http/handle";
import { listTemplates } from "@/lib/workspace/templates/list";

export const GET = handleOpen(async () => json(200, { templates: await listTemplates() }));
