/** Who pays the sample team, for what and about how much (minor units, before a few seats more or less). */
export interface Customer {
  name: string;
  country: string;
  plan: "Starter" | "Team" | "Business" | "Enterprise";
  currency: "USD" | "EUR" | "GBP" | "JPY" | "NOK" | "PLN" | "AED";
  amount: number;
  /** What one more step of usage costs. */
  step: number;
}

export const CUSTOMERS: Customer[] = [
  { name: "Northwind Traders", country: "US", plan: "Enterprise", currency: "USD", amount: 420_000, step: 24_000 },
  { name: "Bluebird Coffee", country: "US", plan: "Team", currency: "USD", amount: 24_800, step: 3_100 },
  { name: "Hôtel Lumière", country: "FR", plan: "Business", currency: "EUR", amount: 89_000, step: 4_450 },
  { name: "Kappa Robotics", country: "DE", plan: "Enterprise", currency: "EUR", amount: 612_500, step: 35_000 },
  { name: "株式会社さくら印刷", country: "JP", plan: "Business", currency: "JPY", amount: 98_000, step: 4_900 },
  { name: "Oslo kommune", country: "NO", plan: "Enterprise", currency: "NOK", amount: 4_850_000, step: 125_000 },
  { name: "Studio Płomień", country: "PL", plan: "Starter", currency: "PLN", amount: 19_900, step: 9_950 },
  { name: "مكتبة النخيل", country: "AE", plan: "Team", currency: "AED", amount: 109_500, step: 7_300 },
  { name: "Tern & Sons Boatyard", country: "GB", plan: "Starter", currency: "GBP", amount: 4_900, step: 1_250 },
  { name: "Green Valley Clinic", country: "US", plan: "Business", currency: "USD", amount: 118_000, step: 5_900 },
  { name: "Atlas Freight", country: "NL", plan: "Team", currency: "EUR", amount: 31_500, step: 3_500 },
  { name: "Nimbus Analytics", country: "US", plan: "Enterprise", currency: "USD", amount: 275_000, step: 12_500 },
  { name: "Cooperativa El Olivar", country: "ES", plan: "Team", currency: "EUR", amount: 27_000, step: 2_700 },
  { name: "Harbour Street Dental", country: "AU", plan: "Starter", currency: "USD", amount: 5_800, step: 1_450 },
  { name: "Fjordlys Elektro", country: "NO", plan: "Team", currency: "NOK", amount: 329_000, step: 23_500 },
  { name: "Pixel & Loom", country: "GB", plan: "Business", currency: "GBP", amount: 72_000, step: 3_600 },
];
