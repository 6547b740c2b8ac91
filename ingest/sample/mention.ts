import { type Handle, PEOPLE, person } from "./people";
import type { Step } from "./story";

/** The step after a comment that mentions somebody; `where` is the reference of what was commented on. */
export function mentionedIn(who: Handle, mentioned: Handle, body: string, where: string): Step {
  const { id, name } = PEOPLE[mentioned];
  return {
    after: 0,
    anyHour: true,
    draft: {
      eventType: "user.mentioned",
      actor: person(who),
      entity: { type: "user", id, name },
      metadata: { body, where },
    },
  };
}
