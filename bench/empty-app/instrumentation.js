// An own one, empty: Next would take the product's, two folders up.
export function register() {}
