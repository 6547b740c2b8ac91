/** Begins a statement that sets the scene for a test and is none of the product's. */
export const SCENERY = "/* scenery */";
