import { eq } from 'drizzle-orm';
import { setting } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';

/** Stored value of a setting, or undefined. Its shape is the caller's: only the program writes settings. */
export function getSetting<T>(db: ReadDb, key: string): T | undefined {
  return db.select({ value: setting.value }).from(setting).where(eq(setting.key, key)).get()?.value as T | undefined;
}

/** Writes or replaces a setting. */
export function putSetting(db: WriteDb, key: string, value: unknown): void {
  db.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } }).run();
}
