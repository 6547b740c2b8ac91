import { silenceDoorbell } from "../kinds/silence-doorbell";
import { type NotificationFilter, openNotificationFilter } from "../rig/notification-filter";
import type { Scenario } from "./scenario";
import { underFaults } from "./under-faults";

/** Notifications are swallowed while the connection that listens stays up: only a look at the table finds the events. */
export const silenced: Scenario = {
  name: "silenced",
  play: async (stage) => {
    const filter: NotificationFilter = await openNotificationFilter(stage.cluster.port);
    stage.atEnd(() => filter.close());
    const scenario = underFaults({
      name: "silenced",
      load: () => ({ readers: 10, writers: 4, pauseMs: 40, batchSize: 5 }),
      seconds: { short: 10, full: 120 },
      addresses: () => async (database) => ({ DATABASE_URL_UNPOOLED: stage.cluster.url(database, filter.port) }),
      faults: () => [silenceDoorbell(filter)],
      recoveryLimitMs: 2_000,
      also: () => ({
        figures: [`${filter.swallowed} swallowed`],
        violations: filter.swallowed > 0 ? [] : ["no notification came by to be swallowed"],
      }),
    });
    return await scenario.play(stage);
  },
};
