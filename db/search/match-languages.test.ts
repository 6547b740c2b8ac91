import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeHitFinder } from "@/activity/search/find-hits";
import { type Matcher, openMatcher } from "./matcher";

let matcher: Matcher;
beforeAll(async () => {
  matcher = await openMatcher();
});
afterAll(() => matcher.close());

/** Language, a text of it, queries that find the text, queries that do not. */
const languages: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  ["English", "Ana updated the login pages", ["update ", "updating ", "page ", "logins "], ["logout", "pager "]],
  ["German", "Größe der Straße geändert", ["grosse", "GRÖSSE", "strasse", "geandert"], ["strase "]],
  ["French", "L’équipe a résolu l'œuvre", ["equipe", "l'équipe", "résolu", "oeuvre", '"équipe a"'], ["équipage"]],
  ["Spanish", "La contraseña cambió ayer", ["contrasena", "CAMBIÓ", "cambio"], ["cambia "]],
  ["Portuguese", "Correção da autenticação", ["correcao", "autenticação"], ["correio"]],
  ["Italian", "La città è più bella", ["citta", "più", '"è piu"'], ["bello "]],
  ["Dutch", "Geüpload naar de reünie", ["geupload", "reunie"], ["reunion "]],
  ["Swedish", "Ändrade sökvägen på fjället", ["andrade", "sokvagen", "fjället"], ["vägen "]],
  ["Danish", "Rød grød og ænder på Åen", ["rod", "grød", "aender", "aen"], ["rodt "]],
  ["Polish", "Zażółć gęślą jaźń w Łodzi", ["zazolc", "gesla", "łodzi", "lodzi"], ["lodz "]],
  ["Czech", "Příliš žluťoučký kůň", ["prilis", "zlutoucky", "kun"], ["kon"]],
  ["Hungarian", "Árvíztűrő tükörfúrógép", ["arvizturo", "tükörfúrógép"], ["turo"]],
  ["Romanian", "Știri și țări", ["stiri", "tari", "ŢĂRI"], ["star"]],
  ["Turkish", "İSTANBUL'da kapı ışığı", ["istanbul", "kapi", "ışığı", "isigi"], ["izmir"]],
  ["Vietnamese", "Đã sửa đường dẫn trang chủ", ["da sua", "duong", "đường", '"trang chu"'], ["chua "]],
  ["Russian", "Ёлка принята, отчёт готов", ["елка", "ОТЧЕТ", "отчёт"], ["отчеты "]],
  ["Ukrainian", "Обов’язкова п'ять їжак", ["обов'язкова", "пять", "їжак"], ["іжак"]],
  ["Greek", "Ο Οδυσσέας ΣΤΟΥΣ ΔΡΟΜΟΥΣ", ["οδυσσεασ", "Οδυσσέας", "στους δρόμους"], ["δρομος "]],
  ["Arabic", "تَمَّ تَحْدِيثُ الصَّفْحَة ٤٢ إلى", ["تحديث", "الصفحة", "42", "الى تم"], ["كتاب"]],
  ["Persian", "صفحه می‌خواهم ۱۲", ["می‌خواهم", "میخواهم", "12"], ["خواهند"]],
  ["Hebrew", "שָׁלוֹם עוֹלָם", ["שלום", "עולם", '"שלום עולם"'], ["ירושלים"]],
  ["Hindi", "कार्य पूरा हुआ", ["कार्य", "पूरा हुआ"], ["कर"]],
  ["Bengali", "কাজ শেষ হয়েছে", ["কাজ", "হয়েছে"], ["শেষে "]],
  ["Tamil", "பணி முடிந்தது", ["பணி", "முடிந்தது"], ["வேலை"]],
  ["Georgian", "ამოცანა დასრულდა", ["ამოცანა", "ᲐᲛᲝᲪᲐᲜᲐ"], ["ცანა"]],
  ["Armenian", "Առաջադրանքը ավարտված է", ["առաջադրանքը", "ԱՎԱՐՏՎԱԾ"], ["վարտ"]],
  ["Amharic", "ተግባሩ ተጠናቋል", ["ተጠናቋል"], ["ጠናቋል"]],
  ["Chinese", "多人协同工作流程已更新", ["协同", "同工作", "工", "新", "作流程已", '"协同工作"'], ["作工", "流新"]],
  ["Traditional Chinese", "使用者已登入系統", ["登入", "系統", "統"], ["系登"]],
  ["Japanese", "ログイン画面を修正しました", ["画面", "ログ", "イン画", "修正", "ﾛｸﾞｲﾝ"], ["正修", "画修"]],
  ["Korean", "로그인 페이지를 배포했습니다", ["배포", "페이", "했습니", "지를 배포", "다"], ["포배"]],
  ["Thai", "แก้ไขหน้าเข้าสู่ระบบ", ["หน้า", "ระบบ", "เข้าสู่", "แก้", "บ"], ["บระ"]],
  ["Lao", "ແກ້ໄຂໜ້າເຂົ້າສູ່ລະບົບ", ["ໜ້າ", "ລະບົບ"], ["ບົບລະ"]],
  ["Khmer", "កែទំព័រចូល", ["ទំព័រ", "ចូល"], ["ចូលទំ"]],
  ["Burmese", "စာမျက်နှာပြင်ဆင်ပြီး", ["ပြင်ဆင်", "နှာ"], ["ဆင်နှာ"]],
  [
    "mixed scripts",
    "東京towerの第3回 iPhone版",
    ["東京tower", "京tower", "tower", "第3", "3回", "iphone版"],
    ["towerof "],
  ],
];

describe.each(languages)("%s", (_, text, found, notFound) => {
  it.each(found)("finds and marks %s", async (query) => {
    expect(await matcher.matches(text, query)).toBe(true);
    expect(makeHitFinder(query)(text)).not.toEqual([]);
  });

  it.each(notFound)("neither finds nor marks %s", async (query) => {
    expect(await matcher.matches(text, query)).toBe(false);
    expect(makeHitFinder(query)(text)).toEqual([]);
  });
});
