import type { ReactNode } from "react";
import type { Activity } from "@/activity/activity";
import { Button } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { Bone, Skeleton } from "../../ui/skeleton";
import { TILE } from "../colors";

interface Head {
  activity: Activity;
  title: ReactNode;
}

/** What the row tells already stands there at once; the rest of the details is on its way. */
export function DetailsSkeleton({ activity, title }: Head) {
  return (
    <div className="grid gap-3.5 [overflow-wrap:anywhere]">
      <div className="flex gap-3">
        <Icon name={activity.icon} className={`feed-tile shrink-0 ${TILE[activity.color]}`} />
        <div className="min-w-0 flex-1">
          {title}
          <p className="mt-0.5 text-xs">&#8203;</p>
        </div>
      </div>
      <Skeleton label="Loading the details…" className="text-[13px]">
        <div className="grid grid-cols-[90px_minmax(0,1fr)] gap-x-2.5 gap-y-1.5">
          {["w-40", "w-32", "w-44", "w-24"].map((width) => (
            <p key={width} className="col-span-2 grid grid-cols-subgrid">
              <span>
                &#8203;
                <Bone className="w-12" />
              </span>
              <span>
                <Bone className={width} />
              </span>
            </p>
          ))}
        </div>
      </Skeleton>
    </div>
  );
}

/** The code of the details could not be fetched. */
export function DetailsFailed({ onRetry }: { onRetry: () => void }) {
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 text-[13px] text-soft">
      The details could not be loaded.
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}
