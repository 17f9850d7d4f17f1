import { readFileSync } from "node:fs";
import { join } from "node:path";
import { searchKey } from "../../shared/normalise.ts";
import { AppError } from "../app-error.ts";

/** What is known of whoever will have the password: none of it protects anything. */
export interface PasswordOwner {
  name: string;
  email: string;
  organisationName?: string;
}

/** Letters that no word of WEAK_WORDS accounts for; fewer of them, and the password is made of what one tries first. */
const LEAST_OWN_LETTERS = 5;
/** A password whose characters are so few is a rhythm, not a secret. */
const LEAST_DIFFERENT = 5;

/** AppError INVALID { field, reason: "common-password" } for a password that is among the first ones tried. */
export function refuseCommonPassword(
  password: string,
  owner: PasswordOwner,
  field: "password" | "newPassword" = "password",
): void {
  if (isCommonPassword(password, owner)) throw new AppError("INVALID", { field, reason: "common-password" });
}

/**
 * Whether a password is one of those tried first: on the list of the most common ones, a repetition, a walk on the
 * keyboard, or nothing but words that anyone tries here (the product, the trade, the person), with digits around.
 */
export function isCommonPassword(password: string, owner: PasswordOwner): boolean {
  const lower = password.toLowerCase();
  if (COMMON.has(lower) || new Set(lower).size < LEAST_DIFFERENT) return true;
  const unit = /^(.{1,8}?)\1+$/u.exec(lower)?.[1];
  if (unit !== undefined) return true;
  const words = [...wordsOf(owner), ...WEAK_WORDS].toSorted((a, b) => b.length - a.length);
  return [lower, asLetters(lower)].some((text) => ownLetters(text, words) < LEAST_OWN_LETTERS);
}

/** Digits and signs that stand for letters: « c4nt1ne » is « cantine ». */
function asLetters(text: string): string {
  return text.replace(/[013457@$!€]/g, (sign) => STANDS_FOR[sign] ?? sign);
}

const STANDS_FOR: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
  "€": "e",
};

/** Letters left once the words, the walks on the keyboard, digits and signs are taken away; all of it without any. */
function ownLetters(text: string, words: readonly string[]): number {
  const key = searchKey(text).replaceAll(/[^\p{L}\d]/gu, "");
  let left = WALKS.reduce((rest, walk) => withoutWalk(rest, walk), key);
  // A space stays where a word was: what is around it makes no new word.
  for (const word of words) left = left.replaceAll(word, " ");
  const letters = left.replaceAll(/[^\p{L}]/gu, "").length;
  return left === key && letters > 0 ? text.length : letters;
}

/** Without its runs of four characters or more that follow the walk. */
function withoutWalk(text: string, walk: string): string {
  let kept = "";
  for (let at = 0; at < text.length; ) {
    let length = 1;
    while (at + length < text.length && walk.includes(text.slice(at, at + length + 1))) length++;
    kept += length >= 4 ? " " : text.charAt(at);
    at += length >= 4 ? length : 1;
  }
  return kept;
}

/** The parts of a name, an address and an organisation's name, from three letters on. */
function wordsOf({ name, email, organisationName = "" }: PasswordOwner): string[] {
  const parts = searchKey(`${name} ${email} ${organisationName}`).split(/[^\p{L}]+/u);
  const joined = searchKey(name).replaceAll(/[^\p{L}]/gu, "");
  return [...new Set([...parts, joined])].filter((part) => part.length >= 3);
}

const ROWS = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "azertyuiopqsdfghjklmwxcvbn",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
  "1q2w3e4r5t6y7u8i9o0p",
  "1a2z3e4r5t6y7u8i9o0p",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
  "1aqw2zsx3edc4rfv5tgb6yhn7ujm",
];
const WALKS: readonly string[] = ROWS.flatMap((row) => [row, [...row].toReversed().join("")]);

const COMMON: ReadonlySet<string> = new Set(
  readFileSync(join(import.meta.dirname, "common-passwords.txt"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#")),
);

/** Without accents: what is tried first in France, and in a canteen. */
const WEAK_WORDS: readonly string[] = (
  "bonnepart bonne part motdepasse passe mot password passwd pass secret bienvenue welcome bonjour bonsoir salut " +
  "coucou hello admin administrateur administration root user utilisateur invite guest login connexion compte test " +
  "demo essai temporaire provisoire changeme changer changezmoi nouveau ordinateur internet google facebook orange " +
  "free wanadoo gmail jetaime iloveyou love amour doudou loulou chouchou chocolat soleil sunshine princesse princess " +
  "marseille paris lyon lille arras lens calais boulogne france francais bretagne football monkey dragon master " +
  "shadow superman batman pokemon starwars nicolas julien camille thomas marie pierre jean janvier fevrier mars avril " +
  "mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche " +
  "printemps ete automne hiver egalim cantine cantines canteen restauration restaurant scolaire cuisine cuisinier " +
  "cuisiniere chef gestionnaire gestion college collegien lycee ecole maternelle elementaire maison departement " +
  "departemental pasdecalais mairie commune communaute agglo region conseil legumerie legume legumes fournisseur " +
  "fournisseurs commande commandes achat achats facture factures repas menu menus local bio locale approvisionnement " +
  "le la les de du des un une et mon ma mes notre"
).split(" ");
