import type { ActivityEvent } from "@/activity/event-schema";
import { toEvent } from "../payload/draft";
import { describeDeployment } from "./deployment";
import type { Describe } from "./draft";
import { describeDuoFlow } from "./duo";
import { describeGeneric } from "./generic";
import { isoTime } from "./gitlab-time";
import type { Hook } from "./hook";
import { describeIssue } from "./issue";
import { describeJob } from "./job";
import { describeLifecycle, isLifecycle } from "./lifecycle";
import { describeMember } from "./members";
import { describeMergeRequest } from "./merge-request";
import { describeEmoji, describeNote } from "./note";
import { sender } from "./people";
import { describePipeline } from "./pipeline";
import { groupName, projectName } from "./places";
import { describeFeatureFlag, describeMilestone, describeRelease, describeWikiPage } from "./project-parts";
import { describePush, describeRepositoryUpdate } from "./push";
import { describeToken, describeVulnerability } from "./security";

/** Who puts each kind into words; what is in none of the lists is told by {@link describeGeneric}. */
const DESCRIBE = new Map<string, Describe>([
  ["access_token", describeToken],
  ["build", describeJob],
  ["deploy_token", describeToken],
  ["deployment", describeDeployment],
  ["duo_workflow", describeDuoFlow],
  ["emoji", describeEmoji],
  ["feature_flag", describeFeatureFlag],
  ["issue", describeIssue],
  ["merge_request", describeMergeRequest],
  ["milestone", describeMilestone],
  ["note", describeNote],
  ["pipeline", describePipeline],
  ["push", describePush],
  ["release", describeRelease],
  ["repository_update", describeRepositoryUpdate],
  ["tag_push", describePush],
  ["vulnerability", describeVulnerability],
  ["wiki_page", describeWikiPage],
  ["work_item", describeIssue],
]);

const MEMBER = /^user_(add_to|update_for|remove_from|access_request_(to|denied_for|revoked_for))_(group|team|project)$/;

function describerOf(kind: string): Describe {
  const known = DESCRIBE.get(kind);
  if (known !== undefined) return known;
  if (MEMBER.test(kind)) return describeMember;
  return isLifecycle(kind) ? describeLifecycle : describeGeneric;
}

/** One delivery as an event that passes `eventSchema`, whatever its body holds. */
export function describeGitlab(hook: Hook): ActivityEvent {
  const draft = describerOf(hook.kind)(hook);
  return toEvent(
    "gitlab",
    [hook.kind, hook.action],
    {
      ...draft,
      actor: draft.actor ?? sender(hook),
      metadata: { project: projectName(hook), group: groupName(hook), ...draft.metadata },
      happenedAt: isoTime(draft.happenedAt),
    },
    hook.receivedAt,
  );
}
