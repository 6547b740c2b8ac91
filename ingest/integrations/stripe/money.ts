import type { Fields } from "../payload/fields";

/** Currencies whose amounts Stripe gives without decimals: docs.stripe.com/currencies#zero-decimal. */
const ZERO_DECIMAL = new Set("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF UGX VND VUV XAF XOF XPF".split(" "));
const THREE_DECIMAL = new Set("BHD JOD KWD OMR TND".split(" "));

/** An amount in the currency's smallest unit as people write it: "49.00 EUR", "1,000 JPY"; null when it cannot be told. */
export function money(object: Fields, ...amounts: string[]): string | null {
  const amount = amounts.map((path) => object.at(path).value).find((value) => typeof value === "number");
  const currency = object.text("currency", "price.currency")?.toUpperCase() ?? "";
  if (typeof amount !== "number" || !Number.isSafeInteger(amount) || !/^[A-Z]{3}$/.test(currency)) return null;
  const digits = ZERO_DECIMAL.has(currency) ? 0 : THREE_DECIMAL.has(currency) ? 3 : 2;
  const shown = (amount / 10 ** digits).toLocaleString("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${shown} ${currency}`;
}
