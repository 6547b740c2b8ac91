import { ArrowUp } from "lucide-react";

/**
 * Says, hanging from the header, how many activities wait above, or that the newest are elsewhere, and leads there. Always in the page, so that
 * screen readers hear it change.
 */
export function NewPill({ count, isBelow = false, onShow }: { count: number; isBelow?: boolean; onShow: () => void }) {
  const waiting = `${count} new ${count === 1 ? "activity" : "activities"}`;
  return (
    <div aria-live="polite" className="pointer-events-none absolute inset-x-0 top-full flex justify-center">
      {(count > 0 || isBelow) && (
        <button
          type="button"
          onClick={onShow}
          className="pointer-events-auto mt-2.5 flex h-max items-center gap-1 rounded-full bg-accent px-3.5 py-1.5 font-medium text-[13px] text-on-accent shadow-pill motion-safe:animate-pop"
        >
          <ArrowUp className="size-3.5" aria-hidden />
          {count > 0 ? waiting : "Go to the newest"}
        </button>
      )}
    </div>
  );
}
