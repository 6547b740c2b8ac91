import { version } from "@/package.json";
import { type Answer, json } from "../call";
import { securitySchemes } from "../openapi/parameters";
import { accountPaths } from "../openapi/paths-account";
import { activityPaths } from "../openapi/paths-activities";
import { deliveryPaths } from "../openapi/paths-deliveries";
import { exportPaths } from "../openapi/paths-export";
import { feedPaths } from "../openapi/paths-feeds";
import { linkPaths } from "../openapi/paths-links";
import { markPaths } from "../openapi/paths-marks";
import { peoplePaths } from "../openapi/paths-people";
import { postPaths } from "../openapi/paths-posts";
import { previewPaths } from "../openapi/paths-previews";
import { servicePaths } from "../openapi/paths-service";
import { settingsPaths } from "../openapi/paths-settings";
import { teamPaths } from "../openapi/paths-teams";
import { timeMachinePaths } from "../openapi/paths-time-machine";
import { undoPaths } from "../openapi/paths-undo";
import { viewPaths } from "../openapi/paths-views";
import { webhookPaths } from "../openapi/paths-webhooks";
import { toComponents } from "../openapi/schemas";

function toDocument() {
  return {
    openapi: "3.1.0",
    info: {
      title: "Live Activity Stream",
      version,
      description:
        "Post activity events, read them as a chronological, filterable, searchable feed, and follow it live. Errors are RFC 9457 problems with a stable `code`. A browser's session may change things from our own pages only: elsewhere the answer is 403.",
    },
    servers: [{ url: "/" }],
    paths: {
      ...activityPaths,
      ...previewPaths,
      ...postPaths,
      ...exportPaths,
      ...webhookPaths,
      ...settingsPaths,
      ...feedPaths,
      ...linkPaths,
      ...deliveryPaths,
      ...timeMachinePaths,
      ...viewPaths,
      ...markPaths,
      ...teamPaths,
      ...peoplePaths,
      ...undoPaths,
      ...accountPaths,
      ...servicePaths,
    },
    components: { schemas: toComponents(), securitySchemes },
  };
}

let document: ReturnType<typeof toDocument> | undefined;

/** GET /api/openapi.json: every call that there is, as OpenAPI 3.1 made from the schemas that check it. Anybody may read and cache it. */
export async function openapiCall(): Promise<Answer> {
  document ??= toDocument();
  return json(200, document, { "cache-control": "public, max-age=300", "access-control-allow-origin": "*" });
}
