/** As many rows slide in within {@link WITHIN_MS}: where more come there is no time to look at each, and every frame of it costs. */
const MOST = 3;
const WITHIN_MS = 1_000;

/** Tells of each row that came by the stream whether it is to slide in. `now`: milliseconds of any clock that only goes forward. */
export function createSlides(): (now: number) => boolean {
  let came: number[] = [];
  return (now) => {
    came = [...came.filter((at) => now - at < WITHIN_MS), now].slice(-MOST - 1);
    return came.length <= MOST;
  };
}
