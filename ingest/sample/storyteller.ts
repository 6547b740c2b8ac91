import { createEverydayStories } from "./everyday";
import { createIncidentStories } from "./incidents";
import { createPaymentStories } from "./payments";
import type { Random } from "./random";
import { createScreenStories } from "./screens";
import { createWorld, type Draft, type Story } from "./story";
import { createTaskStories } from "./tasks";
import { createWorkingHours, type WorkingHours } from "./working-hours";

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** What makes one sample history, and makes it again. */
export interface SampleOptions {
  /** Nothing happens after this. */
  now: Date;
  /** How far back the history goes; default 24, which makes about 800 events. */
  days?: number;
  /** Any whole number; the same one gives the same events; default 1. */
  seed?: number;
}

interface Planned {
  /** Milliseconds since 1970. */
  at: number;
  draft: Draft;
}

interface Storyteller {
  random: Random;
  /** What happened until now, oldest first. */
  past: Planned[];
  /** What has begun and goes on after now: the open ends of stories. */
  open: Draft[][];
  /** Begins a new story. */
  tell(): Story;
}

type Kind = "task" | "payment" | "everyday" | "screen" | "incident";

/** When which kind of story begins on one day. Minutes are counted from the team's midnight. */
function beginnings(day: number, hours: WorkingHours, random: Random): { at: number; kind: Kind }[] {
  const some = (kind: Kind, count: number, from: number, to: number) =>
    Array.from({ length: count }, () => ({
      kind,
      at: day + random.int(from * 60, to * 60) * MINUTE + random.int(0, 59_999),
    }));
  if (hours.isWeekend(day)) {
    return [
      ...some("payment", random.int(1, 2), 7, 22),
      ...some("everyday", random.chance(0.4) ? 1 : 0, 9, 20),
      ...some("incident", random.chance(0.15) ? 1 : 0, 6, 23),
    ];
  }
  return [
    ...some("task", random.int(1, 3), 8.6, 15.5),
    ...some("payment", random.int(1, 4), 6, 21),
    ...some("everyday", random.int(1, 3), 8.6, 17.5),
    ...some("screen", random.int(2, 4), 8.6, 18),
    ...some("incident", random.chance(0.22) ? 1 : 0, 7, 20),
  ];
}

/** Gives every step of a story its time: people wait for the next working hour, machines do not. */
function schedule(story: Story, start: number, hours: WorkingHours, random: Random): Planned[] {
  let at = start;
  return story.map(({ after, anyHour, draft }) => {
    at += after * MINUTE + (after === 0 ? 0 : random.int(0, 59_999));
    if (!anyHour) at = hours.next(at, random);
    at = Math.round(at);
    return { at, draft };
  });
}

/** Plans a team's activity around `now`: what has happened, what is under way, and what may begin next. */
export function createStoryteller({ now, days = 24, seed = 1 }: SampleOptions): Storyteller {
  const world = createWorld(seed);
  const { random } = world;
  const hours = createWorkingHours(now);
  const end = now.getTime();
  const screen = createScreenStories(world);
  const stories = {
    task: createTaskStories(world, screen),
    payment: createPaymentStories(world),
    everyday: createEverydayStories(world),
    incident: createIncidentStories(world, screen),
    screen,
  };

  const begun: { at: number; kind: Kind }[] = [
    { at: end - 47.3 * MINUTE, kind: "screen" },
    { at: end - 18.6 * MINUTE, kind: "payment" },
    { at: end - 4.2 * MINUTE, kind: "screen" },
  ];
  for (let day = hours.startOfDay(end - (days - 1) * DAY); day <= end; day += DAY) {
    begun.push(...beginnings(day, hours, random).filter(({ at }) => at < end - 60 * MINUTE));
  }
  begun.sort((a, b) => a.at - b.at);

  const past: Planned[] = [];
  const open: Draft[][] = [];
  for (const { at, kind } of begun) {
    const planned = schedule(stories[kind](), at, hours, random);
    past.push(...planned.filter((step) => step.at <= end));
    const rest = planned.filter((step) => step.at > end).map((step) => step.draft);
    if (rest.length > 0) open.push(rest);
  }
  past.sort((a, b) => a.at - b.at);

  const kinds: Kind[] = ["task", "task", "task", "payment", "payment", "everyday", "everyday", "screen", "screen"];
  let told = 0;
  return {
    random,
    past,
    open,
    tell: () => {
      told += 1;
      return stories[told % 25 === 7 ? "incident" : random.pick(kinds)]();
    },
  };
}
