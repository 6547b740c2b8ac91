import { DEPENDENCIES, ISSUES, PUBLICATIONS, RELEASES, STARGAZERS } from "./content/everyday";
import { createDeck } from "./deck";
import { issueChanged, merged, openPullRequest, released, reviewed, starred, workflowRan } from "./github";
import { BOTS, type Handle, person } from "./people";
import type { Story, World } from "./story";

const MAINTAINERS: Handle[] = ["alice", "priya", "kwame", "tomas", "yuki"];

/** Tells the small things of a day: dependency updates, issues, documents, releases and stars. */
export function createEverydayStories(world: World): () => Story {
  const { random } = world;
  const nextDependency = createDeck(random, DEPENDENCIES);
  const nextIssue = createDeck(random, ISSUES);
  const nextPublication = createDeck(random, PUBLICATIONS);
  const nextRelease = createDeck(random, RELEASES);
  const nextStar = createDeck(random, STARGAZERS);
  const minor = { api: 31, web: 58, mobile: 12 };

  let stars = 1_204;

  const dependency = (): Story => {
    const [name, from, to, repository] = nextDependency().card;
    const branch = `dependabot/${name.replace("@", "")}-${to}`;
    const title = `Bump ${name} from ${from} to ${to}`;
    const { pullRequest, draft } = openPullRequest(world, BOTS.dependabot, repository, branch, title);
    const maintainer = random.pick(MAINTAINERS);
    return [
      { after: 0, anyHour: true, draft },
      { after: random.int(2, 9), anyHour: true, draft: workflowRan(world, "CI", repository, branch) },
      { after: random.int(40, 300), draft: reviewed(pullRequest, maintainer, "approved") },
      { after: random.int(1, 5), draft: merged(world, pullRequest, maintainer) },
    ];
  };
  const issue = (): Story => {
    const [who, repository, title, body] = nextIssue().card;
    const report = { number: world.take("issue"), repository, title, body };
    return [
      { after: 0, draft: issueChanged(who, "opened", report) },
      { after: random.int(400, 4_000), draft: issueChanged(random.pick(MAINTAINERS), "closed", report) },
    ];
  };
  const publication = (): Story => {
    const [who, type, name] = nextPublication().card;
    const id = `${type}-${random.hex(6)}`;
    const entity = { type, id, name, url: `https://docs.acme.example/${id}` };
    return [
      {
        after: 0,
        draft: { eventType: `${type}.published`, actor: person(who), entity, metadata: { pages: random.int(1, 14) } },
      },
    ];
  };
  const release = (): Story => {
    const [repository, notes] = nextRelease().card;
    minor[repository] += 1;
    const tag = `v4.${minor[repository]}.0`;
    return [
      { after: 0, draft: released(random.pick(MAINTAINERS), repository, tag, notes) },
      { after: random.int(3, 12), anyHour: true, draft: workflowRan(world, "Release", repository, tag) },
    ];
  };
  const star = (): Story => {
    stars += 1;
    return [{ after: 0, anyHour: true, draft: starred(nextStar().card, "api", stars) }];
  };
  const next = createDeck(random, [dependency, dependency, issue, issue, publication, publication, release, star]);
  return () => next().card();
}
