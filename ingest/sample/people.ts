import type { ActivityEvent } from "@/activity/event-schema";

type Actor = ActivityEvent["actor"] & { name: string };

interface Person {
  id: string;
  name: string;
  /** Their GitHub login: GitHub's events know people by it. */
  login: string;
}

/** The people of the sample team by the handle others mention them with. */
export const PEOPLE = {
  alice: { id: "u_11", name: "Alice Chen", login: "alice-chen" },
  john: { id: "u_17", name: "John Doe", login: "jdoe" },
  priya: { id: "u_23", name: "Priya Raman", login: "priyaraman" },
  marta: { id: "u_29", name: "Marta Kowalczyk", login: "martak" },
  tomas: { id: "u_31", name: "Tomás Herrera Quintana", login: "therreraq" },
  nour: { id: "u_34", name: "نور الحداد", login: "nour-haddad" },
  yuki: { id: "u_38", name: "佐藤 由紀", login: "yukisato" },
  kwame: { id: "u_42", name: "Kwame Mensah-Boateng", login: "kwame-mb" },
  carmen: {
    id: "u_45",
    name: "María del Carmen Hernández-Villanueva y Ramírez de Arellano",
    login: "carmenhv",
  },
  ingrid: { id: "u_51", name: "Ingrid Sørensen", login: "isorensen" },
} as const satisfies Record<string, Person>;

export type Handle = keyof typeof PEOPLE;

function isHandle(text: string): text is Handle {
  return Object.hasOwn(PEOPLE, text);
}

/** The actor of what a person does in the product itself. */
export function person(handle: Handle): Actor {
  return { id: PEOPLE[handle].id, name: PEOPLE[handle].name, kind: "user" };
}

/** The actor of what a person does on GitHub: the login is id and name, as in GitHub's payloads. */
export function githubUser(handle: Handle): Actor {
  const { login } = PEOPLE[handle];
  return { id: login, name: login, kind: "user" };
}

/** The first person a text mentions with `@handle`, or null. */
export function firstMention(text: string): Handle | null {
  for (const [, handle = ""] of text.matchAll(/@([a-z]+)/g)) if (isHandle(handle)) return handle;
  return null;
}

/** Everything that acts without being a person. */
export const BOTS = {
  system: { id: "system", name: "System", kind: "system" },
  triage: { id: "agent_triage", name: "Triage agent", kind: "agent" },
  reviewer: { id: "agent_review", name: "Review agent", kind: "agent" },
  github: { id: "github", name: "GitHub", kind: "integration" },
  dependabot: { id: "dependabot[bot]", name: "dependabot[bot]", kind: "integration" },
  stripe: { id: "stripe", name: "Stripe", kind: "integration" },
  vercel: { id: "vercel", name: "Vercel", kind: "integration" },
  pagerduty: { id: "pagerduty", name: "PagerDuty", kind: "integration" },
  sentry: { id: "sentry", name: "Sentry", kind: "integration" },
} as const satisfies Record<string, Actor>;
