import type { UserId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";

/** Changes what co-authors see; the way a guest picks a name. */
export async function renamePerson({ prisma }: Pick<Database, "prisma">, userId: UserId, { name }: { readonly name: string }): Promise<void> {
  await prisma.user.update({ where: { id: userId }, data: { name } });
}
