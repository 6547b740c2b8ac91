export * from "./access";
export * from "./activities";
export * from "./audit";
export * from "./changes";
export * from "./integrations";
export * from "./sharing";
export * from "./teams";
export * from "./views";
