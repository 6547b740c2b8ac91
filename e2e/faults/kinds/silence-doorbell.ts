import type { NotificationFilter } from "../rig/notification-filter";
import type { Fault } from "./fault";
import { repeatedly } from "./repeatedly";

/** Swallows every notification on its way to the listener, for some seconds at a time: nobody is told that they are lost. */
export function silenceDoorbell(filter: NotificationFilter): Fault {
  const fault = repeatedly(
    "notifications swallowed",
    "lateness",
    () => 1_000 + Math.random() * 3_000,
    async () => {
      filter.isSilent = Math.random() < 0.8;
      return filter.isSilent;
    },
  );
  return {
    ...fault,
    stop: async () => {
      await fault.stop();
      filter.isSilent = false;
    },
  };
}
