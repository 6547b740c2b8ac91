import { expect, it } from "vitest";
import type { Json } from "@/activity/json";
import { makeActivity } from "../testing/make-activity";
import { mediaOf } from "./media-of";

const of = (metadata: Json) => mediaOf(makeActivity(1, { metadata }));

it("shows pictures, a video and the text of a screenshot, each once", () => {
  const one = "https://a.example/1.png";
  const two = "http://a.example/2.png";
  const video = "https://a.example/v.mp4";
  const metadata: Json = {
    imageUrl: one,
    images: [one, { url: two }, "/own", { href: one }, null],
    videoUrl: video,
    ocrText: " Invoices ",
  };
  expect(of(metadata)).toEqual({ images: [one, two], video, screenText: "Invoices" });
});

it("shows nothing that a page of ours would run, call or cannot read", () => {
  const nothing = { images: [], video: null, screenText: null };
  for (const address of ["javascript:alert(1)", "data:image/svg+xml,<svg/>", "/api/health", "https://", 3, null]) {
    expect(of({ imageUrl: address, images: [address], videoUrl: address, ocrText: "  " })).toEqual(nothing);
  }
  for (const metadata of [null, [], "x", { images: "x", ocrText: 3 }]) expect(of(metadata)).toEqual(nothing);
});
