import { DEFAULT_GENERIC_CONFIG } from "@/activity/generic/generic-config";
import { bitbucketSource } from "./bitbucket";
import { cloudeventsSource } from "./cloudevents";
import { forgejoSource } from "./forgejo";
import { GENERIC_PROVIDER, genericSource } from "./generic";
import { configuredSource } from "./generic/configured-source";
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
  genericSource(DEFAULT_GENERIC_CONFIG),
];

/** The source of a provider; null when no such provider exists. Of a stored integration: {@link sourceOf}. */
export function getIntegrationSource(provider: string): IntegrationSource | null {
  return INTEGRATION_SOURCES.find((source) => source.provider === provider) ?? null;
}

/** The source of a stored integration, as its team has set it; null when its provider does not exist. */
export function sourceOf({ provider, config }: { provider: string; config: unknown }): IntegrationSource | null {
  return provider === GENERIC_PROVIDER ? configuredSource(config) : getIntegrationSource(provider);
}
