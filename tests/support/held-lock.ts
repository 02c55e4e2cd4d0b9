import type { Pool } from "pg";

/**
 * Does what locks something, and stands still in the middle of its transaction until the returned function is called, which
 * undoes it. Calling that again does nothing.
 */
export async function holdLock(pool: Pool, sql: string, values: readonly unknown[] = []): Promise<() => Promise<void>> {
  const holder = await pool.connect();
  await holder.query("BEGIN");
  await holder.query(sql, [...values]);
  let isHeld = true;
  return async () => {
    if (!isHeld) return;
    isHeld = false;
    await holder.query("ROLLBACK");
    holder.release();
  };
}
