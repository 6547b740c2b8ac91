import { preset } from "./preset";

const ALERTS = {
  each: "alerts",
  eventType: "alert.{status}",
  entity: {
    type: "alert",
    id: "{fingerprint|labels.alertname}",
    name: "{labels.alertname}",
    url: "{generatorURL|$.externalURL}",
  },
  messages: {
    "alert.firing": "{$actor} raised {$entity}[: {annotations.summary|annotations.description}]",
    "alert.resolved": "{$actor} resolved {$entity}[: {annotations.summary|annotations.description}]",
  },
  isImportant: [{ path: "status", equals: ["firing"] }],
  metadata: [
    "status",
    "labels",
    "annotations",
    "values",
    { name: "environment", path: "labels.environment" },
    { name: "priority", path: "labels.severity" },
  ],
};

export const alertmanager = preset({
  key: "alertmanager",
  label: "Alertmanager",
  menu: ["alertmanager.yml", "receivers", "webhook_configs", "http_config", "authorization"],
  secretFrom: "us",
  secretName: "credentials",
  hint: "Set url to the address, and http_config.authorization.credentials to the secret.",
  docsUrl: "https://prometheus.io/docs/alerting/latest/configuration/#webhook_config",
  config: {
    signature: { scheme: "token", header: "Authorization", prefix: "Bearer " },
    event: { ...ALERTS, actor: { name: "Alertmanager" } },
  },
});

export const grafana = preset({
  key: "grafana",
  label: "Grafana",
  menu: ["Alerting", "Contact points", "Add contact point", "Webhook", "HMAC Signature"],
  secretFrom: "us",
  secretName: "Secret",
  hint: "Under the optional settings; leave the timestamp header empty. Grafana 12 or later.",
  docsUrl:
    "https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/",
  config: {
    signature: { scheme: "hmac", header: "X-Grafana-Alerting-Signature" },
    event: { ...ALERTS, actor: { name: "Grafana" } },
  },
});

export const heroku = preset({
  key: "heroku",
  label: "Heroku",
  menu: ["App", "More", "View Webhooks", "Create Webhook"],
  secretFrom: "us",
  secretName: "Secret",
  docsUrl: "https://devcenter.heroku.com/articles/app-webhooks",
  config: {
    signature: { scheme: "hmac", header: "Heroku-Webhook-Hmac-SHA256", encoding: "base64" },
    deliveryId: { path: "webhook_metadata.delivery.id" },
    event: {
      eventType: "{resource}.{action}",
      actor: { id: "{actor.id}", name: "{actor.email}" },
      entity: {
        type: "app",
        id: "{data.app.id|data.id}",
        name: "{data.app.name|data.name}",
        url: "https://dashboard.heroku.com/apps/{data.app.name|data.name}",
      },
      messages: {
        "build.create": "{$actor} started a build of {$entity}",
        "build.update": "{$actor} built {$entity}: {data.status}",
        "release.create": "{$actor} started release v{data.version} of {$entity}[: {data.description}]",
        "release.update": "{$actor} released v{data.version} of {$entity}: {data.status}",
        "app.create": "{$actor} created {$entity}",
        "app.update": "{$actor} updated {$entity}",
        "app.destroy": "{$actor} deleted {$entity}",
      },
      message: "{$actor} triggered {resource} {action} on {$entity}",
      isImportant: [{ path: "data.status", equals: ["failed"] }],
      metadata: [
        { name: "status", path: "data.status" },
        { name: "version", path: "data.version" },
        { name: "commit", path: "data.slug.commit" },
        { name: "name", path: "data.name" },
        { name: "description", path: "data.description" },
      ],
    },
  },
});

export const render = preset({
  key: "render",
  label: "Render",
  menu: ["Integrations", "Webhooks", "Create Webhook"],
  secretFrom: "sender",
  secretName: "Signing secret",
  docsUrl: "https://render.com/docs/webhooks",
  config: {
    signature: { scheme: "standard" },
    event: {
      eventType: "{type}",
      actor: { name: "Render" },
      entity: { type: "service", id: "{data.serviceId}", name: "{data.serviceName|data.serviceId}" },
      messages: {
        deploy_started: "{$actor} started to deploy {$entity}",
        deploy_ended: "{$actor} ended the deploy of {$entity}[: {data.status}]",
        build_started: "{$actor} started to build {$entity}",
        build_ended: "{$actor} ended the build of {$entity}[: {data.status}]",
        server_available: "{$actor} found {$entity} available again",
        server_failed: "{$actor} found that {$entity} failed",
        server_restarted: "{$actor} restarted {$entity}",
      },
      timestamp: "{timestamp}",
      isImportant: [
        { path: "data.status", equals: ["failed"] },
        { path: "type", equals: ["server_failed", "server_hardware_failure"] },
      ],
      metadata: [
        { name: "status", path: "data.status" },
        { name: "event", path: "data.id" },
      ],
    },
  },
});
