// The doors of link previews: GET /api/teams/{team}/activities/{id}/previews and …/previews/{n}/image.
import { ActivityError } from "@/activity/errors";
import type { LinkPreview } from "@/activity/link-preview";
import { linksOf } from "@/activity/links-of";
import { getDatabase } from "@/db/client";
import { getActivity } from "@/db/queries/get-activity";
import { env } from "@/env";
import { type Answer, type BytesAnswer, type Call, type Handler, json } from "../call";
import { ownUrl } from "../own-address";
import { requireInPerson } from "../require-caller";
import { type Asker, type Previews, previewsOfInternet } from "./previews";

/** Seconds for which a reader's browser keeps a picture. */
const PICTURE_AGE = 86_400;

const NO_PICTURE = "There is no such picture";

/** Who asks, and the links of the activity in the path; null in the place of one that is not looked at, as it leads back here. */
async function readLinks(call: Call): Promise<{ asker: Asker; links: (string | null)[] }> {
  const { team, userId } = await requireInPerson(call, "read", "Previews are for people, not for keys.");
  const { db } = await getDatabase();
  const activity = await getActivity(db, team.id, call.params.id ?? "");
  if (activity === null) throw new ActivityError("not_found", "There is no such activity");
  const { host } = new URL(ownUrl(call, "/"));
  const links = env.LINK_PREVIEWS === "off" ? [] : linksOf(activity);
  return {
    asker: { teamId: team.id, userId },
    links: links.map((link) => (new URL(link).host === host ? null : link)),
  };
}

function sayPreviews(call: Call, links: readonly (string | null)[], pages: Awaited<ReturnType<Previews["page"]>>[]) {
  const { team = "", id = "" } = call.params;
  const place = `/api/teams/${encodeURIComponent(team)}/activities/${encodeURIComponent(id)}/previews`;
  return pages.flatMap((page, n): LinkPreview[] => {
    const url = links[n];
    if (page === null || url == null) return [];
    const { pictureUrl, ...said } = page;
    return [{ n, url, ...said, imageUrl: pictureUrl === null ? null : `${place}/${n}/image` }];
  });
}

/** The two calls over some previews. Only links of that activity are ever looked at, only for members of its team in person. */
export function previewCalls(previews: () => Previews): {
  list: Handler<Answer>;
  image: Handler<BytesAnswer>;
} {
  return {
    list: async (call) => {
      const { asker, links } = await readLinks(call);
      const pages = await Promise.all(links.map((link) => (link === null ? null : previews().page(asker, link))));
      return json(200, { items: sayPreviews(call, links, pages), isOn: env.LINK_PREVIEWS === "on" });
    },
    image: async (call) => {
      const { asker, links } = await readLinks(call);
      const link = /^\d$/.test(call.params.n ?? "") ? links[Number(call.params.n)] : null;
      const page = link == null ? null : await previews().page(asker, link);
      const picture = page?.pictureUrl == null ? null : await previews().picture(asker, page.pictureUrl);
      if (picture === null) throw new ActivityError("not_found", NO_PICTURE);
      return {
        status: 200,
        headers: {
          "content-type": picture.type,
          "content-disposition": `inline; filename="preview.${picture.extension}"`,
          "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
          "cross-origin-resource-policy": "same-origin",
          "cache-control": `private, max-age=${PICTURE_AGE}`,
        },
        bytes: picture.bytes,
      };
    },
  };
}

/** GET …/activities/{id}/previews: what the pages that it links to say of themselves. GET …/previews/{n}/image: the picture of one. */
export const { list: listPreviewsCall, image: getPreviewImageCall } = previewCalls(previewsOfInternet);
