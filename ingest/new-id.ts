import { randomFillSync } from "node:crypto";
import { v7 } from "uuid";

const ID_BYTES = 16;
/** Asking the system for randomness takes longer than all else about an id, so it is asked for many at once. */
const pool = new Uint8Array(ID_BYTES * 256);
let used = pool.length;

/** A new UUIDv7; ids of one millisecond are in no order. */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + ID_BYTES);
  used += ID_BYTES;
  return v7({ random });
}
