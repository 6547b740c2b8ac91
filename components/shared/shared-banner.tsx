import type { ReactNode } from "react";
import { Moment } from "../settings/moment";
import { buttonClass } from "../ui/button";
import { Radio } from "../ui/icons";
import { sayNewer, sayNumber } from "./say-newer";

/** What a shared link is, to those who opened it. */
export interface SharedView {
  /** Path of its page, and of its list. */
  path: string;
  api: string;
  teamName: string;
  isLive: boolean;
  /** The moment that it keeps; `at` is an ISO instant. */
  headSeq: number;
  at: string;
  /** What came since; null on a page that shows it. */
  newer: { count: number; isAll: boolean } | null;
  hidesNames: boolean;
  hidesMetadata: boolean;
}

function sayHidden({ hidesNames, hidesMetadata }: SharedView): string | null {
  if (hidesNames) return "Names and details are hidden.";
  return hidesMetadata ? "Details are hidden." : null;
}

/** Says whose feed it is and of which moment, and leads to what is newer, or back. */
export function SharedBanner({ view, status }: { view: SharedView; status: ReactNode }) {
  const newer = view.newer === null ? null : sayNewer(view.newer);
  const hidden = sayHidden(view);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <div className="min-w-0 flex-1 basis-60">
        <div className="flex min-h-7 flex-wrap items-center gap-x-2">
          <h1 className="min-w-0 break-words font-[650] text-base">
            Activity of <bdi>{view.teamName}</bdi>
          </h1>
          {status}
        </div>
        <p className="text-[13px] text-soft">
          {view.isLive ? (
            "Shared with you to read, as it is now."
          ) : (
            <>
              Shared with you to read, as it was at #{sayNumber(view.headSeq)}, <Moment at={view.at} />.
            </>
          )}
          {hidden !== null && ` ${hidden}`}
        </p>
      </div>
      {view.isLive ? (
        <a href={view.path} className={buttonClass("quiet")}>
          Back to #{sayNumber(view.headSeq)}
        </a>
      ) : (
        <a href={`${view.path}?live=1`} className={buttonClass("quiet")}>
          <Radio className="size-3.5" />
          Go live{newer !== null && `, ${newer}`}
        </a>
      )}
    </div>
  );
}
