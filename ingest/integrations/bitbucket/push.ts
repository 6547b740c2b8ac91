import { isJsonObject } from "@/activity/json";
import type { Draft } from "../forge/draft";
import { type Push, pushDraft } from "../forge/push";
import type { Fields } from "../payload/fields";
import { type Call, shaped } from "./call";
import { pageOf } from "./shape";

const MAX_CHANGES = 100;
const MAX_COMMITS = 20;

/** A commit with the names that forges give its parts. */
function commit(fields: Fields): Record<string, unknown> {
  return {
    id: fields.text("hash", "id"),
    message: fields.at("message").value,
    author: { name: fields.text("author.user.display_name", "author.display_name", "author.name", "author.raw") },
    timestamp: fields.text("date"),
  };
}

function draft(call: Call, ref: string, part: Record<string, unknown>, push: Push): Draft {
  // Cloud seldom names the default branch and Data Center never does: these two are as good as always it.
  const main = call.hook.payload.text("repository.default_branch") ?? /^refs\/heads\/(main|master)$/.exec(ref)?.[1];
  const place = call.hook.payload.at("repository").value;
  const repository = isJsonObject(place) ? { ...place, default_branch: main } : undefined;
  return pushDraft(shaped(call, null, { repository, ref, ...part }), { ...push, happenedAt: call.date });
}

/** One change of `repo:push`: `new` is null when the branch or tag is gone, `old` when it was not there. */
function cloudChange(call: Call, change: Fields): Draft {
  const [before, after] = [change.at("old"), change.at("new")];
  const ref = change.at(change.has("new") ? "new" : "old");
  const kind = /tag/.test(ref.text("type") ?? "") ? "tags" : "heads";
  return draft(
    call,
    `refs/${kind}/${ref.text("name") ?? "unknown"}`,
    {
      before: before.text("target.hash"),
      after: after.text("target.hash"),
      commits: change.list("commits", MAX_COMMITS).map(commit),
    },
    {
      isCreated: !change.has("old"),
      isDeleted: !change.has("new"),
      isForced: change.flag("forced"),
      count: change.length("commits"),
      isMore: change.flag("truncated"),
      compareUrl: pageOf(change),
      refUrl: pageOf(after),
    },
  );
}

/** One change of `repo:refs_changed`. */
function serverChange(call: Call, change: Fields): Draft {
  const [before, after] = [change.text("fromHash"), change.text("toHash")];
  const ref = change.text("refId", "ref.id") ?? "unknown";
  const type = change.text("type");
  // The commits of the push as a whole, which are those of its only change.
  const isOnly = call.sent.length("changes") === 1;
  const home = call.hook.payload.url("repository.html_url");
  const page = home === null ? null : `${home}/commits?until=${encodeURIComponent(ref)}`;
  return draft(
    call,
    ref,
    { before, after, commits: isOnly ? call.sent.list("commits", MAX_COMMITS).map(commit) : [] },
    {
      isCreated: type === "ADD",
      isDeleted: type === "DELETE",
      isForced: false,
      count: isOnly ? call.sent.length("commits") : 0,
      compareUrl: page,
      refUrl: page,
    },
  );
}

/** A push, as one draft for each branch or tag that it changed. */
export function describePush(call: Call): Draft[] {
  const [path, describe] = call.sent.has("push")
    ? (["push.changes", cloudChange] as const)
    : (["changes", serverChange] as const);
  const changes = call.sent.list(path, MAX_CHANGES);
  return changes.map((change) => describe(call, change));
}
