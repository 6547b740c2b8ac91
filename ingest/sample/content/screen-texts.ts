import type { Random } from "../random";

/** A window that is captured, and the text that is read from it. */
export interface Screen {
  app: string;
  window: string;
  language: "en" | "ja" | "ar" | "es" | "pl";
  /** A picture of exactly this text, below `public/`. */
  image?: string;
  text: (random: Random) => string;
}

const lines = (...text: string[]) => text.join("\n");

/** Windows without a picture; their text differs each time. */
export const SCREENS: Screen[] = [
  {
    app: "Terminal",
    window: "api — vitest",
    language: "en",
    text: (r) =>
      lines(
        "$ npx vitest run billing",
        ` ✓ billing/proration.test.ts (${r.int(9, 24)} tests) ${r.int(80, 420)}ms`,
        ` ✓ billing/coupons.test.ts (${r.int(5, 17)} tests) ${r.int(40, 300)}ms`,
        ` ❯ billing/retry.test.ts (${r.int(4, 9)} tests | 1 failed) ${r.int(900, 2400)}ms`,
        "   → expected 1 charge, got 2",
        ` Test Files  1 failed | 2 passed (3)`,
        ` Duration  ${r.int(2, 6)}.${r.int(10, 99)}s`,
      ),
  },
  {
    app: "VS Code",
    window: "sessions.ts — acme/web",
    language: "en",
    text: (r) =>
      lines(
        "export async function restoreDraft(formId: string) {",
        "  const draft = await drafts.get(formId);",
        `  if (draft === null || Date.now() - draft.savedAt > ${r.pick(["DAY", "12 * HOUR", "WEEK"])}) return null;`,
        "  return draftSchema.parse(draft.fields);",
        "}",
        `Ln ${r.int(12, 240)}, Col ${r.int(1, 80)}   Spaces: 2   UTF-8   TypeScript`,
      ),
  },
  {
    app: "Google Sheets",
    window: "Runway 2026",
    language: "en",
    text: (r) =>
      lines(
        "Month      Revenue     Costs       Cash",
        `January    ${r.int(180, 199)},410     ${r.int(170, 182)},900     1,204,330`,
        `February   ${r.int(200, 214)},020     ${r.int(172, 184)},150     1,231,870`,
        `March      ${r.int(215, 231)},760     ${r.int(175, 189)},480     1,270,110`,
        `=SUM(D2:D14)   Average: ${r.int(24, 41)},${r.int(100, 999)}`,
      ),
  },
  {
    app: "Slack",
    window: "#support",
    language: "en",
    text: (r) =>
      lines(
        "# support",
        `Ingrid Sørensen  ${r.int(9, 11)}:${r.int(10, 59)} AM`,
        `Ticket ${r.int(30_100, 30_990)}: Green Valley Clinic cannot invite their new nurse, the mail never arrives.`,
        "Kwame Mensah-Boateng",
        `Their mail server answers 451 greylisted. We retry after ${r.int(5, 20)} minutes, it should be there now.`,
        "Ingrid Sørensen",
        "It is. Thank you! 🙏",
      ),
  },
  {
    app: "Chrome",
    window: "Status – acme.example",
    language: "en",
    text: (r) =>
      lines(
        "502 Bad Gateway",
        "The web server reported a bad gateway error.",
        `Ray ID: ${r.hex(16)}`,
        `Your IP: 203.0.113.${r.int(2, 250)}`,
        "Please try again in a few minutes.",
      ),
  },
  {
    app: "Preview",
    window: "receipt.pdf",
    language: "es",
    text: (r) =>
      lines(
        "Cooperativa El Olivar",
        `Recibo n.º ${r.int(1_200, 1_990)}   Fecha: ${r.int(2, 27)}/05/2026`,
        `Aceite virgen extra, 5 l × ${r.int(4, 30)}`,
        `IVA 4 %   ${r.int(8, 31)},${r.int(10, 99)} €`,
        `Total a pagar   ${r.int(210, 790)},${r.int(10, 99)} €`,
        "Gracias por su compra",
      ),
  },
  {
    app: "Jira",
    window: "Migration board",
    language: "en",
    text: (r) =>
      lines(
        `TO DO ${r.int(4, 9)}   IN PROGRESS ${r.int(2, 5)}   REVIEW ${r.int(1, 4)}   DONE ${r.int(20, 60)}`,
        `MIG-${r.int(100, 180)} Copy attachments older than two years`,
        `MIG-${r.int(181, 260)} Map custom fields of the finance project`,
        `Sprint ends in ${r.int(2, 8)} days`,
      ),
  },
  {
    app: "メール",
    window: "受信トレイ",
    language: "ja",
    text: (r) =>
      lines(
        "件名：お見積りのお願い",
        "株式会社さくら印刷 営業部の田中です。",
        `ビジネスプラン${r.int(10, 60)}席でのお見積りをお願いいたします。`,
        `ご回答は${r.int(3, 11)}月${r.int(2, 27)}日までにいただけますと幸いです。`,
      ),
  },
  {
    app: "WhatsApp",
    window: "فريق دبي",
    language: "ar",
    text: (r) =>
      lines(
        "صباح الخير نور",
        `العميل يسأل عن الفاتورة رقم ${r.int(2_200, 2_400)}، هل أُرسلت؟`,
        `نعم، أُرسلت الساعة ${r.int(8, 11)}:${r.int(10, 59)} إلى قسم المحاسبة.`,
      ),
  },
  {
    app: "psql",
    window: "acme_production (read only)",
    language: "en",
    text: (r) =>
      lines(
        "acme=> select state, count(*) from pg_stat_activity group by 1;",
        "        state        | count",
        "---------------------+-------",
        ` active              |  ${r.int(4, 19)}`,
        ` idle                | ${r.int(40, 96)}`,
        ` idle in transaction |  ${r.int(1, 7)}`,
        `Time: ${r.int(2, 9)}.${r.int(100, 999)} ms`,
      ),
  },
  {
    app: "Xcode",
    window: "Field — Archive",
    language: "en",
    text: (r) =>
      lines(
        `Archive succeeded  Field 4.${r.int(2, 9)}.0 (${r.int(1_180, 1_420)})`,
        `warning: 'UIScreen.main' was deprecated in iOS 26.0`,
        `App size ${r.int(31, 44)}.${r.int(0, 9)} MB, down ${r.int(1, 4)}.${r.int(1, 9)} MB since the last build`,
        "Distribute App   Validate App",
      ),
  },
  {
    app: "Kalendarz",
    window: "Tydzień",
    language: "pl",
    text: (r) =>
      lines(
        `pon. ${r.int(9, 10)}:30 Planowanie sprintu`,
        `wt. ${r.int(11, 14)}:00 Rozmowa z Studio Płomień`,
        `czw. ${r.int(13, 16)}:15 Przegląd projektu: nowe ikony`,
        "pt. 15:00 Demo i ciasto",
      ),
  },
];
