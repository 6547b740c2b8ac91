export * from "./activities";
export * from "./integrations";
export * from "./teams";
