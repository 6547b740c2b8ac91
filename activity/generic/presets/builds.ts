import { preset } from "./preset";

export const buildkite = preset({
  key: "buildkite",
  label: "Buildkite",
  menu: ["Settings", "Notification Services", "Webhook", "Add"],
  secretFrom: "sender",
  secretName: "Token",
  hint: "Choose to send the token as an HMAC signature, X-Buildkite-Signature.",
  docsUrl: "https://buildkite.com/docs/apis/webhooks/pipelines",
  config: {
    signature: {
      scheme: "hmac",
      header: "X-Buildkite-Signature",
      signed: "{timestamp}.{body}",
      list: { timestampKey: "timestamp", signatureKey: "signature" },
      timestamp: {},
    },
    event: {
      eventType: "{event}",
      actor: {
        id: "{build.creator.id}",
        name: '{build.creator.name|"Buildkite"}',
        avatarUrl: "{build.creator.avatar_url}",
      },
      entity: {
        type: "build",
        id: "{build.id}",
        name: "{pipeline.name} #{build.number}",
        reference: "#{build.number}",
        url: "{build.web_url}",
      },
      messages: {
        "build.scheduled": "{$actor} scheduled build {$entity}[ on {build.branch}]",
        "build.running": "{$actor} started build {$entity}[ on {build.branch}]",
        "build.failing": "Build {$entity}[ on {build.branch}] of {$actor} is failing",
        "build.finished": "{$actor} finished build {$entity}[ on {build.branch}]: {build.state}",
        "job.started": "{$actor} started job {job.name|job.id} of build {$entity}",
        "job.finished": "{$actor} finished job {job.name|job.id} of build {$entity}: {job.state}",
        ping: "Buildkite sent a ping",
      },
      isImportant: [
        { path: "build.state", equals: ["failed"] },
        { path: "event", equals: ["build.failing"] },
      ],
      metadata: [
        { name: "state", path: "build.state" },
        { name: "branch", path: "build.branch" },
        { name: "commit", path: "build.commit" },
        { name: "body", path: "build.message" },
        { name: "project", path: "pipeline.name" },
      ],
    },
  },
});

export const circleci = preset({
  key: "circleci",
  label: "CircleCI",
  menu: ["Project Settings", "Webhooks", "Add Webhook"],
  secretFrom: "us",
  secretName: "Secret token",
  docsUrl: "https://circleci.com/docs/guides/integration/outbound-webhooks/",
  config: {
    signature: { scheme: "hmac", header: "circleci-signature", prefix: "v1=", list: {} },
    deliveryId: { path: "id" },
    event: {
      eventType: "{type}",
      actor: { name: "CircleCI" },
      entity: {
        type: "workflow",
        id: "{workflow.id|job.id}",
        name: "{workflow.name|job.name}",
        reference: "#{pipeline.number}",
        url: "{workflow.url}",
      },
      messages: {
        "workflow-completed":
          "{$actor} finished workflow {$entity} of {project.name}[ on {pipeline.vcs.branch}]: {workflow.status|job.status}",
        "job-completed":
          "{$actor} finished job {job.name} of workflow {$entity} of {project.name}[ on {pipeline.vcs.branch}]: {job.status}",
      },
      timestamp: "{happened_at}",
      isImportant: [{ path: "workflow.status", equals: ["failed", "error"] }],
      metadata: [
        { name: "status", path: "job.status" },
        { name: "status", path: "workflow.status" },
        { name: "project", path: "project.name" },
        { name: "branch", path: "pipeline.vcs.branch" },
        { name: "branch", path: "pipeline.trigger_parameters.git.branch" },
        { name: "commit", path: "pipeline.vcs.revision" },
        { name: "body", path: "pipeline.vcs.commit.subject" },
        { name: "author", path: "pipeline.vcs.commit.author.name" },
      ],
    },
  },
});

export const sonarqube = preset({
  key: "sonarqube",
  label: "SonarQube",
  menu: ["Project Settings", "Webhooks", "Create"],
  secretFrom: "us",
  secretName: "Secret",
  docsUrl: "https://docs.sonarsource.com/sonarqube-server/latest/project-administration/webhooks/",
  config: {
    signature: { scheme: "hmac", header: "X-Sonar-Webhook-HMAC-SHA256" },
    deliveryId: { path: "taskId" },
    event: {
      eventType: "quality_gate.{qualityGate.status|status}",
      actor: { name: "SonarQube" },
      entity: {
        type: "project",
        id: "{project.key}",
        name: "{project.name}",
        url: "{branch.url|project.url}",
      },
      message: "{$actor} analysed {$entity}[ on {branch.name}]: quality gate {qualityGate.status|status}",
      timestamp: "{analysedAt}",
      isImportant: [
        { path: "qualityGate.status", equals: ["ERROR"] },
        { path: "status", equals: ["FAILED"] },
      ],
      metadata: [
        { name: "branch", path: "branch.name" },
        { name: "commit", path: "revision" },
        { name: "qualityGate", path: "qualityGate.name" },
        { name: "conditions", path: "qualityGate.conditions" },
      ],
    },
  },
});

export const terraform = preset({
  key: "terraform",
  label: "HCP Terraform",
  menu: ["Workspace", "Settings", "Notifications", "Create a Notification", "Webhook"],
  secretFrom: "us",
  secretName: "Token",
  hint: "It is tried out when it is saved, so have the secret ready.",
  docsUrl: "https://developer.hashicorp.com/terraform/cloud-docs/api-docs/notification-configurations",
  config: {
    signature: { scheme: "hmac", header: "X-TFE-Notification-Signature", algorithm: "sha512" },
    event: {
      each: "notifications",
      eventType: "{trigger}",
      actor: { name: '{run_updated_by|$.run_created_by|"HCP Terraform"}' },
      entity: {
        type: "workspace",
        id: "{$.workspace_id|$.details.workspace_id}",
        name: '{$.workspace_name|$.details.workspace_name|"a workspace"}',
        url: "{$.run_url}",
      },
      messages: {
        "run:created": "{$actor} queued a run in {$entity}[: {$.run_message}]",
        "run:planning": "{$actor} started to plan a run in {$entity}[: {$.run_message}]",
        "run:needs_attention": "A run of {$actor} in {$entity} needs attention[: {$.run_message}]",
        "run:applying": "{$actor} started to apply a run in {$entity}[: {$.run_message}]",
        "run:completed": "{$actor} completed a run in {$entity}[: {$.run_message}]",
        "run:errored": "A run of {$actor} in {$entity} ended early[: {message}]",
        "assessment:drifted": "{$actor} found drift in {$entity}",
        "assessment:check_failure": "{$actor} found failed checks in {$entity}",
        "assessment:failed": "{$actor} could not assess {$entity}",
      },
      message: "{$actor} notified of {$entity}[: {message}]",
      timestamp: "{run_updated_at}",
      isImportant: [
        {
          path: "trigger",
          equals: ["run:errored", "run:needs_attention", "assessment:check_failure", "assessment:failed"],
        },
      ],
      metadata: [
        { name: "status", path: "run_status" },
        { name: "run", path: "$.run_id" },
        { name: "body", path: "$.run_message" },
        { name: "organization", path: "$.organization_name" },
      ],
    },
  },
});
