"use client";
import { ArrowUp } from "../ui/icons";
import { spokenChoice } from "./notify/choices";
import { EVERY_MS } from "./notify/say-arrivals";
import { useSeldom } from "./notify/use-seldom";

const sayWaiting = (count: number) => `${count} new ${count === 1 ? "activity" : "activities"}`;

/**
 * Says, hanging from the header, how many activities wait above, or that the newest are elsewhere (`isBelow`), and leads there.
 * Screen readers hear of it at once, and of what comes after that seldom.
 */
export function NewPill({ count, isBelow = false, onShow }: { count: number; isBelow?: boolean; onShow: () => void }) {
  const [isSpoken] = spokenChoice.use();
  const spoken = useSeldom(count, EVERY_MS);
  return (
    <div className="pointer-events-none absolute inset-x-0 top-full flex justify-center">
      <p role="status" className="sr-only">
        {isSpoken && count > 0 && spoken > 0 ? sayWaiting(spoken) : ""}
      </p>
      {(count > 0 || isBelow) && (
        <button
          type="button"
          onClick={onShow}
          className="pointer-events-auto mt-2.5 flex h-max items-center gap-1 rounded-full bg-accent px-3.5 py-1.5 font-medium text-[13px] text-on-accent shadow-pill motion-safe:animate-pop"
        >
          <ArrowUp className="size-3.5" />
          {count > 0 ? sayWaiting(count) : "Go to the newest"}
        </button>
      )}
    </div>
  );
}
