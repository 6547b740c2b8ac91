"use client";
import { memo, type ReactNode, useSyncExternalStore } from "react";
import type { Activity } from "@/activity/activity";
import { MousePointerClick, X } from "../../ui/icons";
import { KeepFocus } from "../../ui/keep-focus";
import { later, usePreload } from "../../ui/later";
import { DetailsFailed, DetailsSkeleton } from "./details-skeleton";
import { StepButtons } from "./step-buttons";
import type { Neighbours } from "./use-neighbours";

/** Not needed before the first activity is opened; fetched before that, once the page has nothing else to do. */
const DetailsBody = later(() => import("./details-body").then((module) => module.DetailsBody), {
  waiting: (props) => <DetailsSkeleton {...props} />,
  failed: (retry) => <DetailsFailed onRetry={retry} />,
});

/** Only for narrow screens. */
const DetailsSheet = later(() => import("./details-sheet").then((module) => module.DetailsSheet));

// The same width as the third column of the feed's grid.
const WIDE = "(min-width: 1180px)";

function subscribeWidth(changed: () => void): () => void {
  const list = matchMedia(WIDE);
  list.addEventListener("change", changed);
  return () => list.removeEventListener("change", changed);
}

export interface DetailsPanelProps {
  team: string;
  activity: Activity | null;
  neighbours: Neighbours;
  /** Viewers do not comment. */
  canPost: boolean;
  /** Comments that the feed shows: those on this activity are shown at once. */
  live: readonly Activity[];
  onClose: () => void;
  /** Gives the focus back to the row that was opened. */
  focusBack: () => void;
}

const CLOSE = "grid size-7 shrink-0 place-items-center rounded-md text-faint hover:bg-hover hover:text-ink";

/** Details of the selected activity: a column beside the feed, on narrow screens a sheet over it. */
export const DetailsPanel = memo(function DetailsPanel(props: DetailsPanelProps) {
  const { team, activity, neighbours, canPost, live, onClose, focusBack } = props;
  const isWide = useSyncExternalStore(
    subscribeWidth,
    () => matchMedia(WIDE).matches,
    () => true,
  );
  usePreload(DetailsBody);
  usePreload(DetailsSheet);
  return (
    <>
      <aside
        aria-label="Details"
        data-details
        className="needs-script sticky top-0 hidden h-dvh overflow-y-auto border-line border-l bg-panel px-5 py-[18px] min-[1180px]:block"
      >
        {activity === null ? (
          <Hint />
        ) : (
          <Body
            team={team}
            activity={activity}
            neighbours={neighbours}
            canPost={canPost}
            live={live}
            title={(text) => <h2 className="font-semibold text-[15px] leading-snug">{text}</h2>}
            close={(className) => (
              <button type="button" aria-label="Close details" onClick={onClose} className={className}>
                <X className="size-4" />
              </button>
            )}
          />
        )}
      </aside>
      {activity !== null && !isWide && (
        <DetailsSheet onClose={onClose} focusBack={focusBack}>
          {(parts) => (
            <Body team={team} activity={activity} neighbours={neighbours} canPost={canPost} live={live} {...parts} />
          )}
        </DetailsSheet>
      )}
    </>
  );
});

function Body(
  props: Pick<DetailsPanelProps, "team" | "neighbours" | "canPost" | "live"> & {
    activity: Activity;
    title: (text: ReactNode) => ReactNode;
    close: (className: string) => ReactNode;
  },
) {
  const { team, activity, neighbours, canPost, live, title, close } = props;
  return (
    <>
      <div className="-mt-1 -mr-1.5 mb-2 flex items-center justify-between">
        <StepButtons {...neighbours} />
        {close(CLOSE)}
      </div>
      <KeepFocus>
        <DetailsBody
          team={team}
          activity={activity}
          title={title(<span dir="auto">{activity.message}</span>)}
          canPost={canPost}
          live={live}
        />
      </KeepFocus>
    </>
  );
}

function Hint() {
  return (
    <div className="grid h-full place-content-center justify-items-center gap-2.5 px-8 pb-24 text-center text-[13px] text-faint">
      <MousePointerClick className="size-5 stroke-[1.75]" />
      <p>Select an activity to see when it happened, who did it and everything that came with it.</p>
    </div>
  );
}
