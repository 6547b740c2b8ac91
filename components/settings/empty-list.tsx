import type { ReactNode } from "react";
import type { IconShape } from "../ui/icons";

interface EmptyListProps {
  icon: IconShape;
  title: string;
  /** What would be here, and how it comes about. */
  children: ReactNode;
}

/** What stands in a list that has nothing yet. */
export function EmptyList({ icon: Icon, title, children }: EmptyListProps) {
  return (
    <div className="flex flex-col items-center gap-1 py-2">
      <span className="mb-2 grid size-10 place-items-center rounded-full bg-accent-soft text-accent">
        <Icon className="size-5" aria-hidden />
      </span>
      <p className="font-medium text-ink">{title}</p>
      <div className="max-w-[52ch] text-balance text-[13px]">{children}</div>
    </div>
  );
}
