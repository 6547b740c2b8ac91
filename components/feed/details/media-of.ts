import type { Activity } from "@/activity/activity";
import { isJsonObject } from "@/activity/json";
import { imageOf, webAddress } from "../list/facts";

const MOST_IMAGES = 12;

/** What an activity shows besides words. */
export interface Media {
  /** Web addresses, and a sample's own path; each once. */
  images: string[];
  video: string | null;
  /** What was read from a screenshot; null for none. */
  screenText: string | null;
}

/** `imageUrl`, `images` (addresses, or objects with a `url`), `videoUrl` and `ocrText` of the metadata, as far as they can be shown. */
export function mediaOf(activity: Activity): Media {
  const { metadata } = activity;
  if (!isJsonObject(metadata)) return { images: [], video: null, screenText: null };
  const { images: listed, videoUrl, ocrText } = metadata;
  const more = (Array.isArray(listed) ? listed : []).map((one) => webAddress(isJsonObject(one) ? one.url : one));
  const images = [imageOf(activity), ...more].filter((one) => one !== null);
  const text = typeof ocrText === "string" ? ocrText.trim() : "";
  return {
    images: [...new Set(images)].slice(0, MOST_IMAGES),
    video: webAddress(videoUrl),
    screenText: text === "" ? null : text,
  };
}
