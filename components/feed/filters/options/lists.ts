// The choices of all filters, fetched together when the first of them is about to be opened.
export { DateList } from "./date-list";
export { AddList, EntityList, SourceList } from "./more-lists";
export { PersonList } from "./person-list";
export { TypeList } from "./type-list";
