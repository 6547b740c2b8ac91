import { show } from "../statistics";
import type { Noted } from "./browser";

/** The longest frames with the scripts that filled them, for the notes; an empty text when no frame was long. */
export function sayLongest(frames: Noted["frames"]): string {
  if (frames.length === 0) return "No frame took 50 ms.";
  const longest = frames.toSorted((a, b) => b.duration - a.duration).slice(0, 3);
  const said = longest.map(
    ({ duration, script, where }) =>
      `${show(duration)} ms (${where === "" ? "no script" : `${show(script)} ms in ${where}`})`,
  );
  return `Longest frames: ${said.join("; ")}.`;
}
