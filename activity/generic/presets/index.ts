import { buildkite, circleci, sonarqube, terraform } from "./builds";
import { calCom, calendly, intercom, shopify, zendesk } from "./customers";
import { alertmanager, grafana, heroku, render } from "./hosting";
import { figma, launchdarkly, typeform } from "./making";
import type { GenericPreset } from "./preset";

/** Services whose scheme and payloads are known, by their names. Adding one is adding one object. */
export const GENERIC_PRESETS: readonly GenericPreset[] = [
  alertmanager,
  buildkite,
  calCom,
  calendly,
  circleci,
  figma,
  grafana,
  terraform,
  heroku,
  intercom,
  launchdarkly,
  render,
  shopify,
  sonarqube,
  typeform,
  zendesk,
];

/** A preset by its key; null when there is none. */
export function findPreset(key: string | undefined): GenericPreset | null {
  return GENERIC_PRESETS.find((one) => one.key === key) ?? null;
}
