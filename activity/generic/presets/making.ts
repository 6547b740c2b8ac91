import { preset } from "./preset";

export const figma = preset({
  key: "figma",
  label: "Figma",
  menu: ["API", "POST /v2/webhooks"],
  secretFrom: "us",
  secretName: "passcode",
  hint: "Webhooks are made through the API: give the address as endpoint and the secret as passcode.",
  docsUrl: "https://developers.figma.com/docs/rest-api/webhooks/",
  config: {
    signature: { scheme: "bodyToken", path: "passcode" },
    // What is sent again counts its tries, so that no two bodies are equal.
    deliveryId: { template: "{webhook_id}-{event_type}-{comment_id|version_id|file_key}-{timestamp}" },
    event: {
      eventType: "{event_type}",
      actor: { id: "{triggered_by.id}", name: '{triggered_by.handle|"Figma"}' },
      entity: {
        type: "file",
        id: "{file_key}",
        name: "{file_name}",
        url: "https://www.figma.com/file/{file_key}",
      },
      messages: {
        FILE_COMMENT: "{$actor} commented on {$entity}",
        FILE_VERSION_UPDATE: "{$actor} saved version[ {label}] of {$entity}",
        LIBRARY_PUBLISH: "{$actor} published library {$entity}",
        PING: "Figma sent a ping",
      },
      timestamp: "{timestamp}",
      metadata: [
        { name: "body", path: "comment[0].text" },
        { name: "body", path: "description" },
        { name: "version", path: "label" },
      ],
    },
  },
});

export const launchdarkly = preset({
  key: "launchdarkly",
  label: "LaunchDarkly",
  menu: ["Integrations", "Webhooks", "Add integration", "Sign this webhook"],
  secretFrom: "sender",
  secretName: "Secret",
  docsUrl: "https://docs.launchdarkly.com/home/infrastructure/webhooks",
  config: {
    signature: { scheme: "hmac", header: "X-LD-Signature" },
    deliveryId: { path: "_id" },
    event: {
      eventType: "{kind}.{accesses[0].action}",
      actor: { id: "{member._id}", name: "{member.firstName}[ {member.lastName}]" },
      entity: {
        type: "{kind}",
        id: "{target._links.canonical.href|name}",
        name: "{target.name|name}",
        url: "https://app.launchdarkly.com{_links.site.href}",
      },
      message: "{$actor} {titleVerb} {$entity}",
      timestamp: "{date}",
      metadata: ["description", { name: "body", path: "comment" }, { name: "resources", path: "target.resources" }],
    },
  },
});

export const typeform = preset({
  key: "typeform",
  label: "Typeform",
  menu: ["Connect", "Webhooks", "Add a webhook", "Edit"],
  secretFrom: "us",
  secretName: "Secret",
  hint: "Switch the webhook on, too: new ones are off.",
  docsUrl: "https://www.typeform.com/developers/webhooks/secure-your-webhooks/",
  config: {
    signature: { scheme: "hmac", header: "Typeform-Signature", prefix: "sha256=", encoding: "base64" },
    deliveryId: { path: "event_id" },
    event: {
      eventType: "{event_type}",
      actor: { name: "Typeform" },
      entity: {
        type: "form",
        id: "{form_response.form_id}",
        name: "{form_response.definition.title|form_response.form_id}",
        url: "https://admin.typeform.com/form/{form_response.form_id}/results",
      },
      message: "{$actor} received a response to {$entity}",
      timestamp: "{form_response.submitted_at}",
      metadata: [
        { name: "answers", path: "form_response.answers" },
        { name: "hidden", path: "form_response.hidden" },
        { name: "score", path: "form_response.calculated.score" },
      ],
    },
  },
});
