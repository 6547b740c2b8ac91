// Beside the path of a webhook: lines of the delivery log that are old enough are forgotten.
import type { Driver } from "@/db/drivers/driver";
import { forgetDeliveries } from "@/db/queries/deliveries/forget-deliveries";
import { env } from "@/env";
import { log } from "@/log";

/** Forgets what DELIVERY_RETENTION_DAYS no longer keeps. Never throws: it is tried again in an hour. */
export async function tidyDeliveryLog({ db }: Pick<Driver, "db">): Promise<void> {
  try {
    while ((await forgetDeliveries(db, env.DELIVERY_RETENTION_DAYS)) > 0);
  } catch (error) {
    log.warn({ err: error }, "the delivery log could not be tidied");
  }
}
