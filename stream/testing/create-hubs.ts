import type { Driver } from "@/db/drivers/driver";
import { Hub } from "../hub";
import type { HubSettings } from "../settings";

/** Hubs of a suite's tests, each as a process of its own would have. */
export interface TestHubs {
  open(driver: () => Promise<Driver>, settings?: Partial<HubSettings>): Hub;
  /** Shuts down all that were opened since the last call. */
  shutDown(): Promise<void>;
}

/** For a suite that opens hubs in its tests and shuts them down after each. */
export function createHubs(): TestHubs {
  const hubs: Hub[] = [];
  return {
    open: (driver, settings) => {
      const hub = new Hub(driver, settings);
      hubs.push(hub);
      return hub;
    },
    shutDown: async () => {
      await Promise.all(hubs.splice(0).map((hub) => hub.shutDown()));
    },
  };
}
