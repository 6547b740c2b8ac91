import type { ActivityEvent } from "@/activity/event-schema";
import { isJsonObject } from "@/activity/json";
import type { Draft } from "../forge/draft";
import { describeGeneric } from "../forge/generic";
import { sender } from "../forge/people";
import { repositoryName } from "../forge/places";
import { entity, toEvent } from "../payload/draft";
import { Fields } from "../payload/fields";
import { type Call, readCall, shaped } from "./call";
import { describeComment, describeCommitComment } from "./comment";
import { describeIssue } from "./issue";
import { describePullRequest } from "./pull-request";
import { describePush } from "./push";
import { describeFork, describeProject, describeRepository, describeStatus } from "./repository";

/** `diagnostics:ping`: somebody pressed "Test connection". */
function describePing(): Draft {
  return {
    predicate: "tested its connection to this feed",
    entity: entity("webhook", "bitbucket", "connection"),
  };
}

/** Who puts each event into words, by its key; all others are told as what they are called. */
const DESCRIBE: readonly [key: RegExp, describe: (call: Call) => Draft | Draft[]][] = [
  [/^repo:(push|refs_changed)$/, describePush],
  [/^repo:commit_status_/, describeStatus],
  [/^repo:(commit_comment_|comment:)/, describeCommitComment],
  [/^repo:fork(ed)?$/, describeFork],
  [/^(repo|mirror):/, describeRepository],
  [/^(pullrequest:comment_|pr:comment:|issue:comment_)/, describeComment],
  [/^(pullrequest|pr):/, describePullRequest],
  [/^issue:/, describeIssue],
  [/^project:/, describeProject],
  [/^diagnostics:ping$/, describePing],
];

/** An event that nobody described: its last word is what was done, the ones before it what to. */
function describeOther(call: Call): Draft {
  const [event = "event", ...rest] = call.words;
  const { value } = call.sent;
  const hook = shaped({ ...call, hook: { ...call.hook, event } }, rest.join("_") || null, {});
  const payload = {
    ...(isJsonObject(value) ? value : {}),
    ...(isJsonObject(hook.payload.value) ? hook.payload.value : {}),
  };
  return describeGeneric({ ...hook, payload: new Fields(payload) });
}

/** One delivery as events that pass `eventSchema`, whatever its payload holds: a push is one for each branch and tag, all others are one. */
export function describeBitbucket(key: string, sent: Fields, receivedAt: Date): ActivityEvent[] {
  const call = readCall(key, sent);
  const describe = DESCRIBE.find(([known]) => known.test(key))?.[1] ?? describeOther;
  const told = [describe(call)].flat();
  return (told.length === 0 ? [describeRepository(call)] : told).map((draft) => {
    const metadata = { repository: repositoryName(call.hook), ...draft.metadata };
    return toEvent(
      "bitbucket",
      call.words,
      { ...draft, actor: draft.actor ?? sender(call.hook), metadata },
      receivedAt,
    );
  });
}
