// An own one, empty: Next would take the product's, three folders up.
export function register() {}
