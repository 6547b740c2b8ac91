import { seeded } from "@/db/testing/random-activities";
import { getIntegrationSource } from "@/ingest/integrations";
import { examples } from "@/ingest/integrations/github/testing/deliver";
import type { Sample } from "@/ingest/integrations/integration-source";
import type { Sender } from "./load-schema";

/** GitHub's real payloads, of every kind and size. */
const HOOKS = examples().map(({ event, payload }) => ({ event, body: JSON.stringify(payload) }));
const random = seeded(11);

/** A delivery of GitHub that somebody's repository really made. */
function realHook(id: string): Sample {
  const hook = HOOKS[Math.floor(random() * HOOKS.length)];
  if (hook === undefined) throw new Error("there are no payloads");
  const headers = { "content-type": "application/json", "x-github-event": hook.event, "x-github-delivery": id };
  return { body: hook.body, headers };
}

/** A sender's next deliveries, each with an id of its own and signed at that moment as the sender signs. */
export function deliveriesOf({ provider, secret }: Sender): (id: string) => Sample {
  const source = getIntegrationSource(provider);
  if (source === null) throw new Error(`there is no source named ${provider}`);
  return (id) => {
    const at = new Date();
    const { body, headers } = provider === "github" ? realHook(id) : source.sample(id, at);
    return { body, headers: { ...headers, ...source.sign(body, { secret, id, at }) } };
  };
}
