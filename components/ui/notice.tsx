import type { ReactNode } from "react";
import { CircleAlert } from "./icons";

/** What went wrong, read out when it appears; nothing when there is nothing to say. */
export function Notice({ children, className = "" }: { children: ReactNode; className?: string }) {
  return (
    <div role="alert" className={children ? className : "hidden"}>
      {children ? (
        <p className="flex animate-appear gap-2 rounded-lg bg-red/8 px-3 py-2 text-[13px] text-red">
          <CircleAlert className="mt-px size-4 shrink-0" />
          <span className="min-w-0 break-words">{children}</span>
        </p>
      ) : null}
    </div>
  );
}
