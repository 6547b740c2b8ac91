import { type Account, call, taskEvent } from "./api";
import type { Server } from "./server";

/**
 * Writers post one event after another until the server is killed under them; gives the names of the acknowledged events.
 * A post whose answer never came may or may not be stored: it is in neither list.
 */
export async function writeUntilKilled(
  account: Account,
  server: Server,
  writers: number,
  killAfter: number,
): Promise<string[]> {
  const acknowledged: string[] = [];
  let killed: Promise<unknown> | null = null;
  const write = async (writer: number) => {
    for (let n = 0; killed === null; n += 1) {
      const name = `w${writer}-${n}-${Date.now()}`;
      const answer = await call(account, "/activities", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(taskEvent(name, { idempotencyKey: name })),
      }).catch(() => null);
      if (answer?.status === 201) acknowledged.push(name);
      if (acknowledged.length >= killAfter) killed ??= server.signal("SIGKILL");
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  await killed;
  return acknowledged;
}

/** Checks what a kill must not break: every acknowledged event once, and numbers without a hole. Gives the faults found. */
export function findLosses(acknowledged: string[], stored: { entityKey: string; seq: number }[]): string[] {
  const counts = new Map<string, number>();
  for (const { entityKey } of stored) counts.set(entityKey, (counts.get(entityKey) ?? 0) + 1);
  const faults = acknowledged
    .filter((name) => counts.get(name) !== 1)
    .map((name) => `${name} is stored ${counts.get(name) ?? 0} times`);
  const seqs = stored.map(({ seq }) => seq).sort((a, b) => a - b);
  for (const [place, seq] of seqs.entries()) if (seq !== place + 1) return [...faults, `a hole before ${seq}`];
  return faults;
}
