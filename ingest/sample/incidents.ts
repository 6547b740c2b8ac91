import { INCIDENTS, type IncidentContent } from "./content/incidents";
import { createDeck } from "./deck";
import { pushed, workflowRan } from "./github";
import { mentionedIn } from "./mention";
import { BOTS, firstMention, PEOPLE, person } from "./people";
import type { Draft, Story, World } from "./story";

function tellIncident(world: World, content: IncidentContent, captureScreen: () => Story): Story {
  const { random } = world;
  const number = world.take("incident");
  const { title, service, onCall, urgency } = content;
  const entity = {
    type: "incident",
    id: `Q${number}`,
    name: title,
    reference: `INC-${number}`,
    url: `https://acme.pagerduty.example/incidents/Q${number}`,
  };
  const incident = (state: string, sentence: string, more: { [key: string]: string | number } = {}): Draft => ({
    eventType: `pagerduty.incident.${state}`,
    actor: BOTS.pagerduty,
    entity,
    message: sentence,
    metadata: { service, urgency, incident: number, ...more },
    isImportant: state === "triggered" || urgency === "high",
    source: "pagerduty",
  });
  const status = (from: string, to: string): Draft => ({
    eventType: "status.changed",
    actor: person(onCall),
    entity: { type: "service", id: service.toLowerCase(), name: service, url: "https://status.acme.example" },
    metadata: { from, to, incident: `INC-${number}` },
  });
  const name = PEOPLE[onCall].name;
  const comments: Story = content.comments.flatMap(([who, body]) => {
    const draft: Draft = { eventType: "comment.added", actor: person(who), entity, metadata: { body } };
    const mentioned = firstMention(body);
    return [
      { after: random.int(3, 11), anyHour: true, draft },
      ...(mentioned === null ? [] : [mentionedIn(who, mentioned, body, `INC-${number}`)]),
    ];
  });
  const down = urgency === "high" ? "degraded" : "at risk";
  return [
    {
      after: 0,
      anyHour: true,
      draft: {
        eventType: "sentry.issue.created",
        actor: BOTS.sentry,
        entity: { type: "sentry_issue", id: random.hex(8), name: content.error.split(":")[0] ?? content.error },
        message: `Sentry saw a new issue in ${service}: ${content.error}`,
        metadata: { service, error: content.error, events: random.int(3, 420), users: random.int(1, 96) },
        source: "sentry",
      },
    },
    {
      after: random.int(1, 4),
      anyHour: true,
      draft: incident("triggered", `PagerDuty incident ${title} was triggered on ${service}`),
    },
    {
      after: random.int(1, 6),
      anyHour: true,
      draft: incident("acknowledged", `PagerDuty incident ${title} was acknowledged by ${name}`, { by: name }),
    },
    { after: 2, anyHour: true, draft: status("operational", down) },
    ...captureScreen(),
    ...comments,
    { after: random.int(4, 20), anyHour: true, draft: pushed(world, onCall, "api", "main", [content.fix]) },
    { after: random.int(3, 8), anyHour: true, draft: workflowRan(world, "Deploy", "api", "main") },
    {
      after: random.int(4, 15),
      anyHour: true,
      draft: incident("resolved", `PagerDuty incident ${title} was resolved by ${name}: ${content.resolution}`, {
        by: name,
        resolution: content.resolution,
      }),
    },
    { after: 3, anyHour: true, draft: status(down, "operational") },
    {
      after: random.int(900, 2_400),
      draft: {
        eventType: "document.published",
        actor: person(onCall),
        entity: {
          type: "document",
          id: `postmortem-${number}`,
          name: `Post-mortem of INC-${number}: ${title}`,
          url: `https://docs.acme.example/postmortems/${number}`,
        },
        metadata: { incident: `INC-${number}`, summary: content.resolution },
      },
    },
  ];
}

/** Tells incident after incident: seen, triggered, acknowledged, talked about, fixed, resolved, written up. */
export function createIncidentStories(world: World, captureScreen: () => Story): () => Story {
  const next = createDeck(world.random, INCIDENTS);
  return () => tellIncident(world, next().card, captureScreen);
}
