import { Button } from "../../../ui/button";
import { Bone, Skeleton } from "../../../ui/skeleton";
import { SlowLine } from "../../trouble/slow-line";

const WIDTHS = ["w-28", "w-20", "w-32", "w-24", "w-16"];

/** What stands in the place of options: their like while they are on their way, why they did not come with another try, or that there are none. */
export function OptionsState(props: {
  isLoading: boolean;
  error: Error | undefined;
  onRetry: () => void;
  nothing: string;
}) {
  const { isLoading, error, onRetry, nothing } = props;
  if (error !== undefined && !isLoading)
    return (
      <div role="alert" className="grid justify-items-center gap-2 px-2 py-3 text-center text-faint">
        These could not be loaded. {error.message}
        <Button onClick={onRetry}>Try again</Button>
      </div>
    );
  if (!isLoading)
    return (
      <p role="status" className="px-2 py-3 text-center text-faint">
        {nothing}
      </p>
    );
  return (
    <>
      <Skeleton label="Looking…">
        {WIDTHS.map((width) => (
          <p key={width} className="flex items-center gap-2 px-2 py-[5px]">
            <span className="size-4 rounded border border-line" />
            <Bone className={width} />
            <span className="flex-1 text-right text-[11.5px]">
              &#8203;
              <Bone className="w-4" />
            </span>
          </p>
        ))}
      </Skeleton>
      <SlowLine isWaiting onRetry={onRetry} />
    </>
  );
}
