/** A turning ring; still where the system asks for less motion. */
export function Spinner({ className = "size-3.5" }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={`inline-block shrink-0 animate-spin rounded-full border-2 border-current/25 border-t-current motion-reduce:animate-none ${className}`}
    />
  );
}
