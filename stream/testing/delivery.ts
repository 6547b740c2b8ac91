import type { Hub } from "../hub";
import { openReader } from "./open-reader";

/** One run of writers against readers that are cut and come back. */
export interface DeliveryPlan {
  team: { id: string; epoch: string };
  /** Readers spread over the hubs, as over several processes. */
  hubs: readonly Hub[];
  readers: number;
  /** Does all the writing; resolves with the seqs that were acknowledged. */
  write(): Promise<number[]>;
  /** The longest time between two cuts of a reader, milliseconds. Default 40. */
  longestStay?: number;
  /** How long the readers may take after the last commit, milliseconds. Default 10,000. */
  patience?: number;
}

/** What each reader was sent, over all its connections, and what was acknowledged. */
export interface Delivery {
  acknowledged: number[];
  seen: number[][];
}

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** One reader from the first event on: it goes and comes back with its last id until `isOver`, then stays to the end. */
async function readWithCuts(plan: DeliveryPlan, place: number, last: () => number | null): Promise<number[]> {
  const seen: number[] = [];
  let id = `${plan.team.epoch}.0`;
  const over = () => {
    const end = last();
    return end !== null && Number(id.split(".")[1]) >= end;
  };
  let deadline = Number.POSITIVE_INFINITY;
  while (!over() && performance.now() < deadline) {
    const hub = plan.hubs[(place + Math.floor(Math.random() * 2)) % plan.hubs.length];
    if (hub === undefined) throw new Error("a delivery needs a hub");
    const reader = openReader(hub, { teamId: plan.team.id, lastEventId: id });
    const isLastStay = last() !== null;
    if (isLastStay) deadline = Math.min(deadline, performance.now() + (plan.patience ?? 10_000));
    do await sleep(2 + Math.random() * (plan.longestStay ?? 40));
    while (isLastStay && !endsAt(reader.lastEventId(), last()) && performance.now() < deadline);
    reader.cut();
    seen.push(...reader.seqs());
    id = reader.lastEventId() ?? id;
  }
  return seen;
}

function endsAt(id: string | null, end: number | null): boolean {
  return id !== null && end !== null && Number(id.split(".")[1]) >= end;
}

/** Runs writers and readers against each other and gives what happened, for {@link findFaults} to judge. */
export async function runDelivery(plan: DeliveryPlan): Promise<Delivery> {
  let last: number | null = null;
  const readers = Array.from({ length: plan.readers }, (_, place) => readWithCuts(plan, place, () => last));
  const acknowledged = await plan.write();
  last = Math.max(0, ...acknowledged);
  return { acknowledged, seen: await Promise.all(readers) };
}

/** What is wrong with a delivery, in counts; all zero when every acknowledged event reached every reader once, in order, without holes. */
export interface Faults {
  /** Acknowledged, but never sent to some reader. */
  lost: number;
  /** Sent twice to one reader. */
  doubled: number;
  /** Sent after a later one. */
  disordered: number;
  /** Missing numbers below the newest. */
  holes: number;
}

/** Judges a delivery. */
export function findFaults({ acknowledged, seen }: Delivery): Faults {
  const faults: Faults = { lost: 0, doubled: 0, disordered: 0, holes: 0 };
  const numbers = new Set(acknowledged);
  faults.holes = Math.max(0, ...acknowledged) - numbers.size;
  faults.doubled += acknowledged.length - numbers.size;
  for (const seqs of seen) {
    const once = new Set(seqs);
    faults.doubled += seqs.length - once.size;
    faults.lost += [...numbers].filter((seq) => !once.has(seq)).length;
    faults.disordered += seqs.filter((seq, index) => seq < (seqs[index - 1] ?? 0)).length;
  }
  return faults;
}
