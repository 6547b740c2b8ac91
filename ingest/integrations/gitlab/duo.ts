import { BODY_BYTES, entity } from "../payload/draft";
import type { Describe, Draft } from "./draft";
import { DUO } from "./people";
import { nearestUrl, where } from "./places";

const DID = new Map([
  ["started", "started"],
  ["progress", "is working on"],
  ["completed", "finished"],
  ["failed", "failed in"],
]);

/** `duo_workflow`: a flow of GitLab's agent, in a session of its own. */
export const describeDuoFlow: Describe = (hook): Draft => {
  const { payload } = hook;
  const id = payload.text("workflow.id");
  const name = id === null ? "an agent session" : `agent session #${id}`;
  const session = entity("agent_session", id ?? name, name, {
    url: payload.url("workflow.web_url") ?? nearestUrl(hook),
  });
  return {
    actor: DUO,
    predicate: `${DID.get(hook.action ?? "") ?? "updated"} ${session.name}${where(hook)}`,
    entity: session,
    metadata: {
      status: payload.text("workflow.status"),
      reason: payload.text("error.reason"),
      clientReference: payload.text("client_reference"),
      body: payload.body("result.message", BODY_BYTES),
      startedBy: payload.text("user.name", "user.username"),
    },
  };
};
