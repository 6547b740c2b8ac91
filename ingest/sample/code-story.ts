import type { TaskContent } from "./content/task-content";
import { deployed, deployFailed } from "./deploys";
import { merged, openPullRequest, pushed, reviewed, workflowRan } from "./github";
import { githubUser } from "./people";
import type { Story, World } from "./story";

/** What a task's code goes through, in two parts: until it is up for review, and from the review to production. */
export function tellCode(
  world: World,
  content: TaskContent,
  code: NonNullable<TaskContent["code"]>,
  pullRequestTitle: string,
) {
  const { random } = world;
  const { assignee, reviewer } = content;
  const { repo, branch, commits } = code;
  const checks = repo === "mobile" ? "Build and test" : "CI";
  const preview = repo === "web" ? "acme-web" : repo === "docs" ? "acme-docs" : null;
  const { pullRequest, draft: opened } = openPullRequest(world, githubUser(assignee), repo, branch, pullRequestTitle);
  const first = commits.slice(0, 1);
  const rest = commits.slice(1);

  const building: Story = [
    { after: random.int(70, 260), draft: pushed(world, assignee, repo, branch, first) },
    { after: random.int(4, 25), draft: opened },
    { after: random.int(2, 9), anyHour: true, draft: workflowRan(world, checks, repo, branch, content.failing) },
  ];
  if (preview !== null) {
    const broken = random.chance(0.1);
    const draft = broken
      ? deployFailed(world, preview, branch, random.pick(["type error in build", "out of memory", "missing module"]))
      : deployed(world, preview, branch);
    building.push({ after: random.int(1, 3), anyHour: true, draft });
  }
  const later =
    content.failing === undefined ? rest : [...rest, `Fix ${content.failing.split(" › ")[0] ?? "the tests"}`];
  if (later.length > 0) {
    building.push({ after: random.int(30, 150), draft: pushed(world, assignee, repo, branch, later) });
    building.push({ after: random.int(2, 9), anyHour: true, draft: workflowRan(world, checks, repo, branch) });
  }

  const shipping: Story = [];
  if (random.chance(0.35)) {
    const body = random.pick([
      "No blocking findings. Two names could be shorter; the new branch has a test.",
      "The error path on line 41 is not covered by a test.",
      "Looks consistent with the rest of the module. Query count per request is unchanged.",
      "The changed function is called from three places, one of them without a time zone.",
    ]);
    shipping.push({
      after: random.int(1, 4),
      anyHour: true,
      draft: reviewed(pullRequest, "reviewer", "commented", body),
    });
  }
  if (random.chance(0.2)) {
    const body = random.pick([
      "Please split the migration from the code, so that we can roll back.",
      "The happy path is fine, but what if the list is empty?",
      "Can this reuse the parser we already have in `activity`?",
    ]);
    shipping.push({ after: random.int(30, 200), draft: reviewed(pullRequest, reviewer, "changes_requested", body) });
    shipping.push({ after: random.int(20, 140), draft: pushed(world, assignee, repo, branch, ["Follow the review"]) });
  }
  shipping.push({ after: random.int(25, 240), draft: reviewed(pullRequest, reviewer, "approved") });
  shipping.push({ after: random.int(3, 60), draft: merged(world, pullRequest, assignee) });
  shipping.push({
    after: random.int(2, 6),
    anyHour: true,
    draft: preview === null ? workflowRan(world, "Deploy", repo, "main") : deployed(world, preview, "main"),
  });
  return { building, shipping };
}
