// What builders and hosts document, shortened to what is read and its neighbours.

const pipeline = {
  id: "1285fe1d-d3a6-44fc-8886-8979558254c4",
  number: 130,
  created_at: "2021-09-01T22:49:03.544Z",
  trigger: { type: "webhook" },
  vcs: {
    provider_name: "github",
    origin_repository_url: "https://github.com/circleci/webhook-service",
    revision: "1dc6aa69429bff4806ad6afe58d3d8f57e25973e",
    commit: {
      subject: "Description of change",
      body: "More details about the change",
      author: { name: "Author Name", email: "author.email@example.com" },
      authored_at: "2021-09-01T22:48:53Z",
    },
    branch: "main",
  },
};
const workflow = {
  id: "fda08377-fe7e-46b1-8992-3a7aaecac9c3",
  name: "welcome",
  created_at: "2021-09-01T22:49:03.616Z",
  stopped_at: "2021-09-01T22:49:34.170Z",
  url: "https://app.circleci.com/pipelines/github/circleci/webhook-service/130/workflows/fda08377-fe7e-46b1-8992-3a7aaecac9c3",
};
const common = {
  happened_at: "2021-09-01T22:49:34.317Z",
  webhook: { id: "cf8c4fdd-0587-4da1-b4ca-4846e9640af9", name: "Sample Webhook" },
  project: {
    id: "84996744-a854-4f5e-aea3-04e2851dc1d2",
    name: "webhook-service",
    slug: "github/circleci/webhook-service",
  },
  organization: { id: "f22b6566-597d-46d5-ba74-99ef5bb3d85c", name: "circleci" },
  pipeline,
};

/** circleci.com/docs/reference/outbound-webhooks-reference. */
export const circleci = {
  workflow: {
    type: "workflow-completed",
    id: "3888f21b-eaa7-38e3-8f3d-75a63bba8895",
    ...common,
    workflow: { ...workflow, status: "success" },
  },
  job: {
    type: "job-completed",
    id: "8bd71c28-4969-3677-8940-3e3a61c46660",
    ...common,
    workflow,
    job: { id: "8b91f9a8-7975-4e60-916c-f0152ccbc937", name: "test", status: "success", number: 136 },
  },
};

/** buildkite.com/docs/apis/webhooks/pipelines/build-events, with the build of buildkite.com/docs/apis/rest-api/builds. */
export const buildkite = {
  event: "build.finished",
  build: {
    id: "f62a1b4d-10f9-4790-bc1c-e2c3a0c80983",
    url: "https://api.buildkite.com/v2/organizations/my-great-org/pipelines/my-pipeline/builds/1",
    web_url: "https://buildkite.com/my-great-org/my-pipeline/builds/1",
    number: 1,
    state: "passed",
    blocked: false,
    message: "Bumping to version 0.2-beta.6",
    commit: "abcd0b72a1e580e90712cdd9eb26d3fb41cd09c8",
    branch: "main",
    source: "webhook",
    creator: {
      id: "3d3c3bf0-7d58-4afe-8fe7-b3017d5504de",
      name: "Keith Pitt",
      email: "keith@buildkite.com",
      avatar_url: "https://www.gravatar.com/avatar/e14f55d3f939977cecbf51b64ff6f861",
    },
    created_at: "2015-05-09T21:05:59.874Z",
    finished_at: "2015-05-09T21:05:59.874Z",
  },
  pipeline: { id: "849411f9-9e6d-4739-a0d8-e247088e9b52", name: "My Pipeline", slug: "my-pipeline" },
  sender: { id: "8a7693f8-dbae-4783-9137-84090fce9045", name: "Some Person" },
};

/** developer.hashicorp.com/terraform/cloud-docs/api-docs/notification-configurations. */
export const terraform = {
  run: {
    payload_version: 1,
    notification_configuration_id: "nc-AeUQ2zfKZzW9TiGZ",
    run_url: "https://app.terraform.io/app/acme-org/my-workspace/runs/run-FwnENkvDnrpyFC7M",
    run_id: "run-FwnENkvDnrpyFC7M",
    run_message: "Add five new queue workers",
    run_created_at: "2019-01-25T18:34:00.000Z",
    run_created_by: "sample-user",
    workspace_id: "ws-XdeUVMWShTesDMME",
    workspace_name: "my-workspace",
    organization_name: "acme-org",
    notifications: [
      {
        message: "Run Canceled",
        trigger: "run:errored",
        run_status: "canceled",
        run_updated_at: "2019-01-25T18:37:04.000Z",
        run_updated_by: "sample-user",
      },
    ],
  },
  assessment: {
    payload_version: "2",
    notification_configuration_id: "nc-SZ3V3cLFxK6sqLKn",
    trigger_scope: "assessment",
    trigger: "assessment:drifted",
    message: "Drift Detected",
    details: {
      new_assessment_result: { id: "asmtres-vRVQxpqq64EA9V5a", drifted: true, resources_drifted: 4 },
      workspace_id: "ws-XdeUVMWShTesDMME",
      workspace_name: "my-workspace",
      organization_name: "acme-org",
    },
  },
};

/** zulip/zulip: zerver/webhooks/sonarqube/fixtures/error.json, as of docs.sonarsource.com. */
export const sonarqube = {
  serverUrl: "http://localhost:9000",
  taskId: "AXgTFfXRZCzhMRNj54bo",
  status: "SUCCESS",
  analysedAt: "2021-03-08T18:25:04+0000",
  changedAt: "2021-03-08T18:25:04+0000",
  project: { key: "test-sonar", name: "test-sonar", url: "http://localhost:9000/dashboard?id=test-sonar" },
  branch: { name: "master", type: "BRANCH", isMain: true, url: "http://localhost:9000/dashboard?id=test-sonar" },
  qualityGate: {
    name: "Sonar way",
    status: "ERROR",
    conditions: [
      { metric: "coverage", operator: "LESS_THAN", value: "0.0", status: "ERROR", errorThreshold: "80" },
      { metric: "maintainability_rating", operator: "GREATER_THAN", value: "1", status: "OK", errorThreshold: "1" },
    ],
  },
  properties: {},
};

const heroku = (resource: string, action: string, data: object) => ({
  id: "d5d2fb1d-f086-41bf-b054-1d349d4c4ce2",
  data: { app: { id: "4335bcdb-5f6f-41f8-a31b-84697ec96475", name: "zulip-test" }, ...data },
  actor: { id: "9126ad9a-9950-46df-857f-6970ebf8a480", email: "sampleuser@gmail.com" },
  action,
  version: "application/vnd.heroku+json; version=3",
  resource,
  created_at: "2025-05-17T11:37:58.562518Z",
  previous_data: {},
  webhook_metadata: {
    attempt: { id: "6085f041-b991-4610-bc7f-0af82e04667f" },
    delivery: { id: "09f411b3-fefa-44d1-9508-e3c43e0fd46e" },
    event: { id: "d5d2fb1d-f086-41bf-b054-1d349d4c4ce2", include: `api:${resource}` },
    webhook: { id: "e1020099-2147-45d9-b7a1-bf1422851eea" },
  },
});

/** zulip/zulip: zerver/webhooks/heroku/fixtures, as of devcenter.heroku.com/articles/webhook-events. */
export const herokus = {
  release: heroku("release", "update", {
    id: "6be9012f-1c42-4f2d-bb99-af152aad07d8",
    slug: { id: "e7cb552a-e840-48cb-9164-081d1e6da274", commit: "1a5f89db9a6a62f29689b6eeea65e6b6eb0879cd" },
    status: "succeeded",
    version: 3,
    description: "Deploy 1a5f89db",
  }),
  build: heroku("build", "update", { id: "b6d5ff62-08db-4044-b96c-b8e9e41f1191", slug: null, status: "failed" }),
  addon: heroku("addon", "create", { id: "c53451e0-bd35-4a30-b2c1-6220cc8d759e", name: "my-resource-0003" }),
};

/** render.com/docs/webhooks. */
export const render = {
  type: "deploy_ended",
  timestamp: "2024-08-01T12:00:00.000Z",
  data: {
    id: "evt-cph1rs3idesc73a2b2mg",
    serviceId: "srv-cukouhrtq21c73e9scng",
    serviceName: "my-service",
    status: "failed",
  },
};

const alert = (name: string, zone: string, fingerprint: string, status = "firing") => ({
  status,
  labels: { alertname: name, team: "blue", zone },
  annotations: {
    description: `The system has ${name.toLowerCase()}`,
    runbook_url: "https://myrunbook.com/runbook/1234",
    summary: `This alert was triggered for zone ${zone}`,
  },
  startsAt: "2021-10-12T09:51:03.157076+02:00",
  endsAt: "0001-01-01T00:00:00Z",
  generatorURL: "https://play.grafana.org/alerting/1afz29v7z/edit",
  fingerprint,
  values: { B: 44.23943737541908, C: 1 },
});

/** grafana.com/docs/grafana/latest/alerting/…/webhook-notifier. */
export const grafana = {
  receiver: "My Super Webhook",
  status: "firing",
  orgId: 1,
  alerts: [
    alert("High memory usage", "us-1", "c6eadffa33fcdf37"),
    alert("High CPU usage", "eu-1", "bc97ff14869b13e3", "resolved"),
  ],
  groupLabels: {},
  commonLabels: { team: "blue" },
  externalURL: "https://play.grafana.org/",
  version: "1",
  groupKey: "{}:{}",
  truncatedAlerts: 0,
  title: "[FIRING:2]  (blue)",
  state: "alerting",
  message: "**Firing**\n\nLabels:\n - alertname = T2",
};

/** The crate alertmanager-webhook-types, assets/sample-v4-payload.json, as of prometheus.io/docs/alerting. */
export const alertmanager = {
  receiver: "sms",
  status: "firing",
  alerts: [
    {
      status: "firing",
      labels: {
        alertname: "ProbeFailure",
        instance: "https://server.example.org",
        job: "http_checks",
        severity: "critical",
      },
      annotations: {
        description: "Instance https://server.example.org has been down for over 5m. Job: http_checks",
        summary: "BlackBox Probe Failure: https://server.example.org",
      },
      startsAt: "2023-02-06T13:08:45.828Z",
      endsAt: "0001-01-01T00:00:00Z",
      generatorURL: "http://prometheus.example.org:9090/graph?g0.expr=probe_success+%3D%3D+0&g0.tab=1",
      fingerprint: "1a30ba71cca2921f",
    },
  ],
  externalURL: "http://prometheus.example.org:9093",
  version: "4",
};
