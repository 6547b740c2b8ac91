import { closeIsolates } from "./close-isolates";

/** A name or the like that somebody else wrote: whatever it turns around, what stands beside it keeps its place. */
export function Bdi({ children }: { children: string }) {
  return <bdi>{closeIsolates(children)}</bdi>;
}
