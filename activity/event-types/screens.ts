import { z } from "zod";
import { BUILT_IN } from "./built-in";
import type { EventType } from "./event-type";

export const screenshotCaptured: EventType = {
  type: "screenshot.captured",
  ...BUILT_IN["screenshot.captured"],
  group: "system",
  message: "{actor} captured a screenshot of {entity}",
  metadata: z.looseObject({
    imageUrl: z.url().optional(),
    width: z.number().optional(),
    height: z.number().optional(),
    ocrText: z.string().optional(),
  }),
};

export const ocrCompleted: EventType = {
  type: "ocr.completed",
  ...BUILT_IN["ocr.completed"],
  group: "system",
  message: "{actor} read the text of {entity}[, {metadata.wordCount|metadata.words} words]",
  metadata: z.looseObject({
    text: z.string().optional(),
    wordCount: z.number().optional(),
    language: z.string().optional(),
  }),
};
