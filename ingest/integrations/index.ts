import { bitbucketSource } from "./bitbucket";
import { cloudeventsSource } from "./cloudevents";
import { forgejoSource } from "./forgejo";
import { githubSource } from "./github";
import { gitlabSource } from "./gitlab";
import type { IntegrationSource } from "./integration-source";
import { jiraSource } from "./jira";
import { linearSource } from "./linear";
import { pagerdutySource } from "./pagerduty";
import { sentrySource } from "./sentry";
import { slackSource } from "./slack";
import { standardSource } from "./standard";
import { stripeSource } from "./stripe";
import { vercelSource } from "./vercel";

/** Every sender of webhooks. Adding one is adding one object. */
export const INTEGRATION_SOURCES: readonly IntegrationSource[] = [
  bitbucketSource,
  cloudeventsSource,
  forgejoSource,
  githubSource,
  gitlabSource,
  jiraSource,
  linearSource,
  pagerdutySource,
  sentrySource,
  slackSource,
  stripeSource,
  vercelSource,
  standardSource,
];

/** The source of a stored integration; null when no such provider exists. */
export function getIntegrationSource(provider: string): IntegrationSource | null {
  return INTEGRATION_SOURCES.find((source) => source.provider === provider) ?? null;
}
