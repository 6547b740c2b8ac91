import { type DeliveryLine, type DeliveryPage, isTest } from "@/activity/delivery";

/** How far an integration has come, as its delivery log tells. */
export type Arrival =
  /** Nothing has come yet. */
  | { state: "waiting" }
  /** A test of ours was taken in, so the address works. */
  | { state: "tested" }
  /** The sender's deliveries reach us, and none was let in so far: this is the newest. */
  | { state: "refused"; line: DeliveryLine }
  /** A genuine delivery came; `line` is the newest that the log still shows. */
  | { state: "arrived"; line: DeliveryLine | null };

/** How far an integration has come. A test never hides what the sender's own deliveries tell. */
export function arrivalOf({ items, hasArrived }: Pick<DeliveryPage, "items" | "hasArrived">): Arrival {
  const own = items.filter((line) => !isTest(line));
  if (hasArrived) return { state: "arrived", line: own.find(({ outcome }) => outcome !== "refused") ?? null };
  const [newest] = own;
  if (newest !== undefined) return { state: "refused", line: newest };
  return { state: items.length > 0 ? "tested" : "waiting" };
}
