/** The line under what came since the reader was last here. */
export function NewLine() {
  return (
    <p className="flex items-center gap-3 px-3.5 py-2 font-medium text-[11.5px] text-accent sm:px-6">
      <span aria-hidden className="h-px flex-1 bg-accent/40" />
      New since your last visit
      <span aria-hidden className="h-px flex-1 bg-accent/40" />
    </p>
  );
}
