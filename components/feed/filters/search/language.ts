// All that reads and says what stands in the search box, fetched together once it is used.
export { mergeFilters } from "@/activity/search/parse-search";
export { printSearch } from "@/activity/search/print-search";
export { dayStartingAt, startOfDay } from "../local-days";
export { absorb } from "./absorb";
export { findActors } from "./find-actors";
export { addRecent } from "./recent-searches";
