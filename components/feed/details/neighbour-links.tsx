"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useShortcut } from "../../keyboard/use-shortcut";
import { ChevronDown, ChevronUp } from "../../ui/icons";

const STEP =
  "inline-flex items-center gap-1 rounded-md px-1.5 py-1 text-[13px] text-soft hover:bg-hover hover:text-ink";

/** The ways from an activity's own page to the newer and the older one, also by k and j. Null at an end. */
export function NeighbourLinks({ newer, older }: { newer: string | null; older: string | null }) {
  const router = useRouter();
  useShortcut("previous", newer === null ? null : () => router.push(newer));
  useShortcut("next", older === null ? null : () => router.push(older));
  return (
    <nav aria-label="Neighbours" className="flex gap-1">
      {newer !== null && (
        <Link href={newer} prefetch={false} rel="prev" className={STEP}>
          <ChevronUp className="size-3.5" />
          Newer
        </Link>
      )}
      {older !== null && (
        <Link href={older} prefetch={false} rel="next" className={STEP}>
          <ChevronDown className="size-3.5" />
          Older
        </Link>
      )}
    </nav>
  );
}
