// Third step of a webhook: GitLab's signature or token, delivery id and events.
import { describeGitlab } from "./gitlab/describe-gitlab";
import { readHook, readKind } from "./gitlab/hook";
import type { Delivery, IntegrationSource } from "./integration-source";
import { deliveryIdFrom } from "./payload/delivery-id";
import { peekJsonObject, readJsonObject } from "./payload/read-json";
import { jsonSample } from "./payload/sample";
import { refused, type Verdict } from "./signature/verdict";
import { STANDARD_IN_SHELL, signStandard, verifyStandard } from "./signature/verify-standard";
import { verifyToken } from "./signature/verify-token";

const EVENT = "X-Gitlab-Event";
const TOKEN = "X-Gitlab-Token";
const SIGNATURE = "webhook-signature";

/** A signing token, as GitLab makes them up: it signs, and is never sent itself. */
const isSigningToken = (secret: string) => secret.startsWith("whsec_");

/**
 * A delivery that carries a signature is judged by that alone: a right token beside a wrong one does not help. Without one the
 * token counts, if it is one of the secrets that are no signing tokens: where a team has a signing token, only signatures count,
 * and one that was pasted as GitLab's "Secret token" would be shown to everybody on the way.
 */
function verify(delivery: Delivery, secrets: readonly string[], now: Date): Verdict {
  if ((delivery.header(SIGNATURE)?.trim() ?? "") !== "") return verifyStandard(delivery, secrets, now);
  const tokens = secrets.filter((secret) => !isSigningToken(secret));
  if (secrets.length > 0 && tokens.length === 0) return refused({ code: "missing_header", header: SIGNATURE });
  return verifyToken(delivery, { header: TOKEN }, tokens);
}

/** Webhooks of GitLab's projects and groups, and system hooks: docs.gitlab.com/user/project/integrations/webhook_events. */
export const gitlabSource: IntegrationSource = {
  provider: "gitlab",
  label: "GitLab",
  maxBytes: 25 * 1024 * 1024,
  setup: {
    menu: ["Settings", "Webhooks", "Add new webhook"],
    secretFrom: "sender",
    secretName: "Signing token",
    hint: "Choose which events to send. A GitLab before 19.0 has no signing tokens: make up a long secret, and paste it here and as its Secret token.",
    first: "Its Test button sends an event of your choice.",
    docsUrl: "https://docs.gitlab.com/user/project/integrations/webhooks/",
  },
  retries: true,
  secretHeaders: [TOKEN],
  verify,
  sign: (body, signing) => (isSigningToken(signing.secret) ? signStandard(body, signing) : { [TOKEN]: signing.secret }),
  shell: STANDARD_IN_SHELL,
  sample: (id) =>
    jsonSample(
      {
        object_kind: "issue",
        user: { id: 1, name: "GitLab", username: "gitlab" },
        project: {
          id: 1,
          path_with_namespace: "example/test-delivery",
          web_url: "https://gitlab.com/example/test-delivery",
        },
        object_attributes: {
          id: 1,
          iid: 1,
          action: "open",
          title: "Test delivery: nothing is to be done",
          url: "https://gitlab.com/example/test-delivery/-/issues/1",
        },
      },
      { [EVENT]: "Issue Hook", "Idempotency-Key": id },
    ),
  // Others of its headers name the webhook itself, or an event that several deliveries share.
  deliveryId: (delivery) =>
    deliveryIdFrom(delivery.header("Idempotency-Key")) ?? deliveryIdFrom(delivery.header("webhook-id")),
  eventName(delivery) {
    const payload = peekJsonObject(delivery.body);
    if (payload === null) return null;
    const { kind, action } = readKind(payload, delivery.header(EVENT));
    return kind === null ? null : [kind, ...(action === null ? [] : [action])].join(".");
  },
  toEvents(delivery, receivedAt) {
    const envelope = { event: delivery.header(EVENT), instance: delivery.header("X-Gitlab-Instance") };
    return [describeGitlab(readHook(readJsonObject(delivery.body), envelope, receivedAt))];
  },
};
