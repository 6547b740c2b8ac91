import type { ReactNode } from "react";

/** A grey bar in a line of text, where words will be. */
export function Bone({ className }: { className: string }) {
  return <span className={`inline-block h-[0.7em] max-w-full rounded-full bg-line align-baseline ${className}`} />;
}

/** What stands where something will be, in its measures. Seen only once it is waited for, so that quick answers do not flash. */
export function Skeleton({
  label,
  className = "",
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div role="status" data-skeleton className={`animate-late ${className}`}>
      <span className="sr-only">{label}</span>
      <div aria-hidden className="motion-safe:animate-pulse">
        {children}
      </div>
    </div>
  );
}
