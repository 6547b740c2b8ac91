import type { Json } from "@/activity/json";
import { tellCode } from "./code-story";
import { BILLING_TASKS } from "./content/billing-tasks";
import { PLATFORM_TASKS } from "./content/platform-tasks";
import { PRODUCT_TASKS } from "./content/product-tasks";
import type { TaskContent } from "./content/task-content";
import { WEB_TASKS } from "./content/web-tasks";
import { createDeck } from "./deck";
import { mentionedIn } from "./mention";
import { BOTS, firstMention, type Handle, PEOPLE, person } from "./people";
import type { Draft, Step, Story, World } from "./story";

const TASKS = [...BILLING_TASKS, ...WEB_TASKS, ...PLATFORM_TASKS, ...PRODUCT_TASKS];

function tellTask(world: World, content: TaskContent, title: string, captureScreen: () => Story): Story {
  const { random } = world;
  const number = world.take("task");
  const reference = `TASK-${number}`;
  const { assignee, board } = content;
  const creator = content.from === "triage" ? BOTS.triage : person(content.from);
  const entity = { type: "task", id: String(number), name: title, reference, url: `https://tracker.example/${number}` };
  const priority: { [key: string]: Json } = content.priority === undefined ? {} : { priority: content.priority };
  const draft = (eventType: string, actor: Draft["actor"], metadata: Draft["metadata"]): Draft => {
    return { eventType, actor, entity, metadata };
  };
  const moved = (after: number, who: Handle, from: string, to: string): Step => {
    return { after, draft: draft("status.changed", person(who), { from, to, board }) };
  };
  const comment = ([who, body]: [Handle, string]): Story => {
    const mentioned = firstMention(body);
    const step: Step = { after: random.int(15, 160), draft: draft("comment.added", person(who), { body }) };
    return mentioned === null ? [step] : [step, mentionedIn(who, mentioned, body, reference)];
  };
  const updated = (): Story => {
    const change = random.pick<Json>([
      { estimate: { from: random.int(1, 3), to: random.int(4, 8) } },
      { dueDate: { from: null, to: random.pick(["next Friday", "end of the month", "before the release"]) } },
      { labels: { from: [], to: [random.pick(["customer", "quick win", "needs design", "regression"])] } },
      {
        description: { from: "", to: random.pick(["Steps to reproduce added", "Link to the customer's report added"]) },
      },
    ]);
    return [{ after: random.int(5, 90), draft: draft("task.updated", creator, { board, changes: change }) }];
  };
  const code = content.code === undefined ? null : tellCode(world, content, content.code, `${reference}: ${title}`);
  const [first, ...others] = content.comments;

  return [
    { after: 0, anyHour: content.from === "triage", draft: draft("task.created", creator, { board, ...priority }) },
    {
      after: content.from === "triage" ? 0 : random.int(2, 35),
      anyHour: content.from === "triage",
      draft: draft("task.assigned", creator, { board, assignee: PEOPLE[assignee].name }),
    },
    ...(random.chance(0.5) ? updated() : []),
    moved(random.int(20, 180), assignee, "Backlog", "In progress"),
    ...(first === undefined ? [] : comment(first)),
    ...(random.chance(0.4) ? captureScreen() : []),
    ...(code?.building ?? []),
    ...(code === null ? [] : [moved(random.int(2, 20), assignee, "In progress", "In review")]),
    ...others.flatMap(comment),
    ...(code?.shipping ?? []),
    { after: random.int(3, 45), draft: draft("task.completed", person(assignee), { board }) },
  ];
}

/** Tells task after task, from created to completed, with the code, comments and screenshots on the way. */
export function createTaskStories(world: World, captureScreen: () => Story): () => Story {
  const next = createDeck(world.random, TASKS);
  return () => {
    const { card, round } = next();
    return tellTask(world, card, round === 0 ? card.title : `Follow-up: ${card.title}`, captureScreen);
  };
}
