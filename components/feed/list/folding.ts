import { fetchedOnce } from "../../ui/fetched-once";

/** What counts folded pages on. The first look does without: streams are followed once it is there, so nothing arrives before. */
export const folding = fetchedOnce(() => import("./arrange-folded").then((module) => module.arrangeFolded));
