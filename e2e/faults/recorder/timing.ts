import type { Segment } from "../history";
import type { Fault } from "../kinds/fault";

/** The part of a run that its times are read from. */
interface Watched {
  readers: readonly { history: { segments: readonly Pick<Segment, "seqs" | "at">[] } }[];
  writers: { acknowledgedAt: ReadonlyMap<number, number> };
}

/** When one event was acknowledged, and when the last of the watching readers had it. */
interface Travel {
  seq: number;
  acknowledged: number;
  received: number;
}

/** Of each event whose acknowledgement is known; in the order of seq. Readers that a reset carried past it do not count. */
function travels({ readers, writers }: Watched): Travel[] {
  const last = new Map<number, number>();
  for (const { history } of readers)
    for (const { seqs, at } of history.segments)
      for (const [place, when] of at.entries()) {
        const seq = seqs[place] ?? 0;
        last.set(seq, Math.max(when, last.get(seq) ?? 0));
      }
  return [...last]
    .flatMap(([seq, received]) => {
      const acknowledged = writers.acknowledgedAt.get(seq);
      return acknowledged === undefined ? [] : [{ seq, acknowledged, received }];
    })
    .sort((a, b) => a.seq - b.seq);
}

const lateness = ({ acknowledged, received }: Travel) => Math.max(0, received - acknowledged);

/** How late the latest event was at a watching reader, milliseconds after its acknowledgement. */
export function worstLateness(workload: Watched): number {
  return travels(workload).reduce((worst, travel) => Math.max(worst, lateness(travel)), 0);
}

/**
 * How long each strike of a fault was felt, milliseconds: the latest event until the next strike or, where nothing goes on
 * meanwhile, the time from its end until an event acknowledged after it was at every watching reader.
 */
export function recoveries(fault: Fault, workload: Watched): number[] {
  const all = travels(workload);
  return fault.moments.flatMap((moment, strike) => {
    const next = fault.moments[strike + 1] ?? Number.POSITIVE_INFINITY;
    if (fault.recovery === "return") {
      const first = all.find(({ acknowledged }) => acknowledged >= moment);
      return first === undefined ? [] : [first.received - moment];
    }
    const felt = all.filter(({ acknowledged }) => acknowledged >= moment && acknowledged < next);
    return felt.length === 0 ? [] : [Math.max(...felt.map(lateness))];
  });
}
