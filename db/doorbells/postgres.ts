/** Doorbells by LISTEN and NOTIFY: on a connection of its own, past any pooler. */
import type { Driver } from "../drivers/driver";
import type { Doorbell } from "./doorbell";

/** LISTEN on a connection of its own; the probe is rung through the pool, as appends ring. */
export function postgresDoorbell(driver: Driver): Doorbell {
  return {
    via: "postgres",
    silence: "notifications do not arrive; a pooler does not deliver them: set DATABASE_URL_UNPOOLED",
    open: async (hear, onEnd) => {
      const client = await driver.connectDirect();
      client.onEnd((error) => onEnd(error ?? new Error("the database closed the connection")));
      client.onNotification(hear);
      try {
        await client.query("LISTEN activity; LISTEN access");
      } catch (error) {
        await client.close();
        throw error;
      }
      return {
        probe: (payload) => driver.pool.query("SELECT pg_notify('activity', $1)", [payload]),
        close: () => client.close(),
      };
    },
  };
}
