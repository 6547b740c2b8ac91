import dynamic from "next/dynamic";

const load = () => import("./option-list").then(({ OptionList }) => OptionList);

/** The options of a field, fetched when they are first shown. */
export const OptionList = dynamic(load);

/** Fetches them before. */
export const prepareOptions = () => void load().catch(() => {});
