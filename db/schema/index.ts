export * from "./activities";
export * from "./changes";
export * from "./integrations";
export * from "./teams";
