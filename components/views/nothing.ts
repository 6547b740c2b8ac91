/** Reads an answer without a body, or one that nobody looks at. */
export const nothing = { "~standard": { validate: (value: unknown) => ({ value }) } };
