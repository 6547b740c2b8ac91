import type { Doorbell } from "../rig/doorbell";
import type { Fault } from "./fault";
import { repeatedly } from "./repeatedly";

/** Swallows every doorbell on its way to the listener, for some seconds at a time: nobody is told that they are lost. */
export function silenceDoorbell(doorbell: Doorbell): Fault {
  const fault = repeatedly(
    "doorbells swallowed",
    "lateness",
    () => 1_000 + Math.random() * 3_000,
    async () => {
      const isSilent = Math.random() < 0.8;
      doorbell.silence(isSilent);
      return isSilent;
    },
  );
  return {
    ...fault,
    stop: async () => {
      await fault.stop();
      doorbell.silence(false);
    },
  };
}
