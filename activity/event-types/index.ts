import type { ActorKind } from "../event-schema";
import { bitbucketEventType } from "./bitbucket";
import { cloudeventsEventType } from "./cloudevents";
import type { EventType } from "./event-type";
import { feedEventType } from "./feed";
import { forgejoEventType } from "./forgejo";
import { genericEventType } from "./generic";
import { githubEventType } from "./github";
import { gitlabEventType } from "./gitlab";
import { integrationEventType } from "./integration";
import { jiraEventType } from "./jira";
import { linearEventType } from "./linear";
import { pagerdutyEventType } from "./pagerduty";
import { commentAdded, statusChanged, userMentioned } from "./people";
import { ocrCompleted, screenshotCaptured } from "./screens";
import { sentryEventType } from "./sentry";
import { slackEventType } from "./slack";
import { standardEventType } from "./standard";
import { stripeEventType } from "./stripe";
import { taskAssigned, taskCompleted, taskCreated, taskUpdated } from "./tasks";
import { teamEventType } from "./team";
import { vercelEventType } from "./vercel";

/** The built-in event types. Adding one is adding one object. */
export const EVENT_TYPES: readonly EventType[] = [
  taskCreated,
  taskUpdated,
  taskCompleted,
  taskAssigned,
  screenshotCaptured,
  ocrCompleted,
  statusChanged,
  commentAdded,
  userMentioned,
];

/** What each source of webhooks has to say of its types. Adding one is adding one function. */
const SOURCES: readonly ((type: string) => EventType | null)[] = [
  bitbucketEventType,
  cloudeventsEventType,
  feedEventType,
  forgejoEventType,
  githubEventType,
  gitlabEventType,
  jiraEventType,
  linearEventType,
  pagerdutyEventType,
  sentryEventType,
  slackEventType,
  stripeEventType,
  teamEventType,
  vercelEventType,
  standardEventType,
  integrationEventType,
];

const BY_TYPE = new Map(EVENT_TYPES.map((eventType) => [eventType.type, eventType]));

/** The description of a type: its own object, else its source's, else a generic one. */
export function describeEventType(type: string, actorKind: ActorKind): EventType {
  const known = BY_TYPE.get(type);
  if (known !== undefined) return known;
  for (const describe of SOURCES) {
    const found = describe(type);
    if (found !== null) return found;
  }
  return genericEventType(type, actorKind);
}
