/** Next as it comes: without a file of its own it would take the one above. */
export default {};
