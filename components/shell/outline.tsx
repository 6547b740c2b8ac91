"use client";
import { ListSkeleton } from "../feed/row-skeleton";
import { Bone, Skeleton } from "../ui/skeleton";
import type { Kind } from "./pending-page";

/** What a page of that kind looks like before it is there. */
export function Outline({ kind }: { kind: Kind }) {
  return kind === "feed" ? <FeedOutline /> : <SettingsOutline />;
}

function FeedOutline() {
  return (
    <div className="min-[1180px]:mr-[380px]">
      <div className="border-line border-b px-3.5 pt-3 pb-2.5 sm:px-6">
        <p className="flex min-h-7 items-center font-[650] text-base">Feed</p>
        <div className="mt-2.5 h-[34px] rounded-lg border border-line bg-panel" />
      </div>
      <ListSkeleton />
    </div>
  );
}

function SettingsOutline() {
  return (
    <div className="mx-auto w-full max-w-[860px] px-4 py-5 md:px-8 md:py-7">
      <Skeleton label="Loading…">
        <p className="text-[20px] leading-tight">
          &#8203;
          <Bone className="w-36" />
        </p>
        <p className="mt-1 mb-5">
          &#8203;
          <Bone className="w-[60%]" />
        </p>
        <div className="divide-y divide-line rounded-xl border border-line bg-panel">
          {["w-40", "w-28", "w-48", "w-36"].map((width) => (
            <div key={width} className="px-4 py-3">
              <p>
                &#8203;
                <Bone className={width} />
              </p>
              <p className="mt-0.5 text-[12.5px]">
                &#8203;
                <Bone className="w-56" />
              </p>
            </div>
          ))}
        </div>
      </Skeleton>
    </div>
  );
}
