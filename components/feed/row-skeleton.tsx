import { Bone, Skeleton } from "../ui/skeleton";

const WIDTHS = ["w-[58%]", "w-[44%]", "w-[66%]", "w-[50%]", "w-[38%]"];

/** A row of the feed, in the measures of a {@link FeedItem} of one line and, unless it `isPlain`, its facts. */
function RowBones({ index, isPlain }: { index: number; isPlain: boolean }) {
  return (
    <div className="grid grid-cols-[32px_minmax(0,1fr)_auto] gap-x-3 border-transparent border-l-2 px-3.5 py-2.5 sm:px-6">
      <span className="feed-tile bg-line" />
      <div className="min-w-0">
        <p>
          &#8203;
          <Bone className={WIDTHS[index % WIDTHS.length] ?? ""} />
        </p>
        {!isPlain && (
          <p className="mt-0.5 text-xs">
            &#8203;
            <Bone className="w-28" />
          </p>
        )}
      </div>
      <p>
        &#8203;
        <Bone className="w-9" />
      </p>
    </div>
  );
}

/** Rows of the feed that are on their way. */
export function RowSkeleton({ count, isPlain = false }: { count: number; isPlain?: boolean }) {
  return (
    <Skeleton label="Loading…">
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
        <RowBones key={index} index={index} isPlain={isPlain} />
      ))}
    </Skeleton>
  );
}

/** The whole list while it is on its way and there is nothing to show before it. */
export function ListSkeleton() {
  return (
    <>
      <p aria-hidden className="animate-late px-3.5 pt-[22px] pb-1.5 text-xs sm:px-[26px]">
        &#8203;
        <Bone className="w-14" />
      </p>
      <RowSkeleton count={12} />
    </>
  );
}
