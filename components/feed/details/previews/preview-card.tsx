import { useState } from "react";
import type { LinkPreview } from "@/activity/link-preview";
import { Bdi } from "../../../ui/bdi";
import { closeIsolates } from "../../../ui/close-isolates";

/** The same for a card and the place that is kept for it, whatever the page says. */
export const CARD = "h-[90px] overflow-hidden rounded-[10px] border border-line";

/** The host first: what the page calls itself may be anything, and long. */
function siteOf({ site, host }: LinkPreview): string {
  return site === null || site.toLowerCase() === host ? host : `${host} · ${site}`;
}

// Three lines of a page's words fit: a title of two leaves its description one. (A <bdi> would not count for `dir="auto"`.)

/** What a page says of itself, as text, and its picture, which comes from our server. One that cannot be shown leaves its room to the text. */
export function PreviewCard({ preview }: { preview: LinkPreview }) {
  const [isBroken, setIsBroken] = useState(false);
  const { url, title, description, imageUrl } = preview;
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      className={`flex bg-panel transition-colors hover:bg-hover ${CARD}`}
    >
      <span className="flex min-w-0 flex-1 flex-col justify-center px-3 py-[9px]">
        <span className="shrink-0 truncate text-faint text-xs leading-4">
          <Bdi>{siteOf(preview)}</Bdi>
        </span>
        <b dir="auto" className="line-clamp-2 shrink-0 font-semibold text-[13px] leading-[18px]">
          {closeIsolates(title)}
        </b>
        {description !== null && (
          <span dir="auto" className="line-clamp-2 min-h-0 text-[12.5px] text-soft leading-[17px]">
            {closeIsolates(description)}
          </span>
        )}
      </span>
      {imageUrl !== null && !isBroken && (
        // biome-ignore lint/performance/noImgElement: it comes from our own call, in the size that it has
        <img
          src={imageUrl}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setIsBroken(true)}
          className="h-full w-[100px] shrink-0 border-line border-l bg-hover object-cover"
        />
      )}
    </a>
  );
}
