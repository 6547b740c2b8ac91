import type { Describe, Draft } from "../forge/draft";
import { entity } from "../payload/draft";
import { pastTense } from "../payload/past-tense";

/** `security_advisory`: GitHub's own database, nobody's repository. */
export const describeSecurityAdvisory: Describe = (hook): Draft => {
  const advisory = hook.payload.at("security_advisory");
  const ghsa = advisory.text("ghsa_id");
  const name = advisory.text("summary") ?? ghsa ?? "a vulnerability";
  const times = new Map([
    ["published", "published_at"],
    ["updated", "updated_at"],
    ["withdrawn", "withdrawn_at"],
  ]);
  const time = times.get(hook.action ?? "");
  return {
    predicate:
      hook.action === "performed"
        ? `published security advisory ${name}`
        : pastTense(hook.action, `security advisory ${name}`),
    entity: entity("security_advisory", ghsa ?? name, name, {
      reference: ghsa,
      url: ghsa === null ? advisory.url("html_url") : `https://github.com/advisories/${encodeURIComponent(ghsa)}`,
    }),
    metadata: {
      severity: advisory.text("severity"),
      advisory: ghsa,
      packages: advisory.list("vulnerabilities", 20).map((item) => item.text("package.name")),
      description: advisory.body("description", 2_048),
    },
    happenedAt: time === undefined ? undefined : advisory.at(time).value,
    isImportant: hook.action === "published" && ["high", "critical"].includes(advisory.text("severity") ?? ""),
  };
};
