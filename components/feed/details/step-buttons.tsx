import { ChevronDown, ChevronUp } from "../../ui/icons";
import type { Neighbours } from "./use-neighbours";

const STEP =
  "grid size-7 place-items-center rounded-md text-faint hover:bg-hover hover:text-ink aria-disabled:opacity-40 aria-disabled:hover:bg-transparent";

/** To the newer and the older activity. Never disabled, which would take the focus away from under the reader at an end. */
export function StepButtons({ newer, older, step }: Neighbours) {
  return (
    <div className="-ml-1.5 flex">
      <button
        type="button"
        aria-label="Newer activity"
        aria-keyshortcuts="k"
        aria-disabled={newer === null}
        onClick={() => step(-1)}
        className={STEP}
      >
        <ChevronUp className="size-4" />
      </button>
      <button
        type="button"
        aria-label="Older activity"
        aria-keyshortcuts="j"
        aria-disabled={older === null}
        onClick={() => step(1)}
        className={STEP}
      >
        <ChevronDown className="size-4" />
      </button>
    </div>
  );
}
