import type { Product } from "../rig/product";
import type { Fault } from "./fault";

/** Delays a fifth of the inserts by up to 30 ms each, after their number was taken. */
export function delayInserts({ cluster, database }: Product): Fault {
  const moments: number[] = [];
  return {
    name: "inserts delayed",
    recovery: "lateness",
    moments,
    start: async () => {
      await cluster.query(
        database,
        `CREATE FUNCTION delay_insert() RETURNS trigger LANGUAGE plpgsql
           AS $$ BEGIN PERFORM pg_sleep(random() * 0.03); RETURN NEW; END $$;
         CREATE TRIGGER delay_insert BEFORE INSERT ON activity_events FOR EACH ROW
           WHEN (random() < 0.2) EXECUTE FUNCTION delay_insert()`,
      );
      moments.push(performance.now());
    },
    stop: async () => {
      await cluster.exclusive(() => cluster.query(database, "DROP FUNCTION delay_insert CASCADE"));
    },
  };
}
