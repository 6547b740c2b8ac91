"use client";
import { useState } from "react";

// What was begun stays while other activities are looked at; a reload forgets it.
const drafts = new Map<string, string>();

/** The text that is being written at a place. */
export function useDraft(place: string): [text: string, set: (text: string) => void] {
  const [at, setAt] = useState({ place, text: drafts.get(place) ?? "" });
  if (at.place !== place) setAt({ place, text: drafts.get(place) ?? "" });
  const set = (text: string) => {
    if (text === "") drafts.delete(place);
    else drafts.set(place, text);
    setAt({ place, text });
  };
  return [at.text, set];
}
