import { duration } from "./gitlab-time";
import type { Hook } from "./hook";
import { shortSha } from "./things";

/** How each state reads after the name of a pipeline or job. */
const BECAME = new Map(
  Object.entries({
    created: "was created",
    waiting_for_resource: "is waiting for a resource",
    waiting_for_callback: "is waiting for an answer",
    preparing: "is being prepared",
    pending: "was queued",
    running: "started",
    success: "passed",
    failed: "failed",
    canceling: "is being canceled",
    canceled: "was canceled",
    skipped: "was skipped",
    manual: "is waiting for somebody to start it",
    scheduled: "was scheduled",
  }),
);
const ENDED = new Set(["success", "failed", "canceled"]);

/** What became of a pipeline or job, after its name: "failed", "was queued". */
export function became(status: string | null): string {
  return BECAME.get(status ?? "") ?? "was updated";
}

/** True when it will not go on by itself. */
export function isEnded(status: string | null): boolean {
  return ENDED.has(status ?? "");
}

/** " after 1m 3s", when it has ended. */
export function after(status: string | null, seconds: unknown): string {
  const isKnown = typeof seconds === "number" && seconds > 0 && seconds < 1e8 && isEnded(status);
  return isKnown ? ` after ${duration(seconds)}` : "";
}

/** " on main", " on tag v1"; a pipeline of a merge request may run on a ref of its own. */
export function on(hook: Hook, ref: string | null, isTag: boolean): string {
  const number =
    hook.payload.count("merge_request.iid") ?? Number(/^refs\/merge-requests\/(\d+)\//.exec(ref ?? "")?.[1]);
  if (ref === null || ref.startsWith("refs/")) return number > 0 ? ` on !${number}` : "";
  return ` on ${isTag ? "tag " : ""}${shortSha(ref)}`;
}
