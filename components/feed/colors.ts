import type { Color } from "@/activity/event-schema";

/** Class names of an icon tile by the colour of its event type. */
export const TILE: Record<Color, string> = {
  blue: "text-blue bg-blue/13",
  green: "text-green bg-green/13",
  violet: "text-violet bg-violet/13",
  amber: "text-amber bg-amber/13",
  red: "text-red bg-red/13",
  cyan: "text-cyan bg-cyan/13",
  pink: "text-pink bg-pink/13",
  gray: "text-gray bg-gray/13",
};
