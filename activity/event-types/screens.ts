import { z } from "zod";
import type { EventType } from "./event-type";

export const screenshotCaptured: EventType = {
  type: "screenshot.captured",
  label: "Screenshot captured",
  group: "system",
  icon: "scan",
  color: "cyan",
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
  label: "Text recognised",
  group: "system",
  icon: "scan-text",
  color: "cyan",
  message: "{actor} read the text of {entity}[, {metadata.wordCount|metadata.words} words]",
  metadata: z.looseObject({
    text: z.string().optional(),
    wordCount: z.number().optional(),
    language: z.string().optional(),
  }),
};
