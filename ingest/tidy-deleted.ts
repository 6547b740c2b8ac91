import type { Driver } from "@/db/drivers/driver";
import { forgetDeleted } from "@/db/queries/forget-deleted";
import { log } from "@/log";

/** Forgets what was deleted and can be restored no more. Never throws: it is tried again in an hour. */
export async function tidyDeleted({ db }: Pick<Driver, "db">): Promise<void> {
  await forgetDeleted(db).catch((err: unknown) => log.warn({ err }, "what was deleted could not be forgotten"));
}
