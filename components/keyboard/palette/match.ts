import { foldText } from "../../ui/fold-text";

/**
 * How well a command's words fit what was typed, 0 to 1; 0 leaves it out. Every typed word must begin one of its words, whatever case
 * and accents; better is what begins its first words, the label, as typed.
 */
export function matchWords(words: readonly string[], typed: string): number {
  const wanted = foldText(typed).trim().replace(/\s+/g, " ");
  if (wanted === "") return 1;
  const label = foldText(words[0] ?? "");
  const known = foldText(words.join(" ")).split(/[^\p{L}\p{N}]+/u);
  const all = wanted.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  if (all.length === 0 || !all.every((word) => known.some((one) => one.startsWith(word)))) return 0;
  if (label.startsWith(wanted)) return 1;
  return all.every((word) => label.split(/[^\p{L}\p{N}]+/u).some((one) => one.startsWith(word))) ? 0.8 : 0.5;
}
