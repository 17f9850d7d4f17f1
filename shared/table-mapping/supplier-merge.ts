import { editDistance } from "../edit-distance.ts";
import type { Id } from "../ids.ts";
import { searchKey } from "../normalise.ts";
import type { MergeReason, SupplierCandidate, SupplierProposal } from "./questions.ts";

/** A supplier of the catalogue, or a name of the file that nobody has. */
export interface NamedSupplier {
  /** Null: only the file has it. */
  id: Id | null;
  name: string;
  /** 14 digits; null: not known. */
  siret: string | null;
}

/** A name that would be created, with its rows. */
export interface NewSupplier extends NamedSupplier {
  id: null;
  rows: number;
}

const LEGAL_FORMS = new Set(
  "sa sarl sas sasu eurl earl gaec scea sca sci snc scop scic sica selarl ei eirl ets etablissement etablissements ste societe cie compagnie entreprise".split(
    " ",
  ),
);
/** Proposals beyond these would never be read. */
const MOST_NEW = 500;
const MOST_CANDIDATES = 3;

/**
 * New names that may be somebody known, or another new name of the file that has more rows, with why: same SIRET, same
 * name without its legal form, words in another order, or a letter or two of difference. Proposals only.
 */
export function proposeMerges(
  news: readonly NewSupplier[],
  known: readonly NamedSupplier[],
): SupplierProposal[] {
  const ranked = [...news].sort((one, other) => other.rows - one.rows || (one.name < other.name ? -1 : 1));
  const others = [...known.map(stemmed)];
  const proposals: SupplierProposal[] = [];
  for (const supplier of ranked.slice(0, MOST_NEW)) {
    const own = stemmed(supplier);
    const candidates = others.flatMap((other) => candidateOf(own, other));
    candidates.sort((one, other) => RANK[one.reason] - RANK[other.reason]);
    if (candidates.length > 0)
      proposals.push({
        name: supplier.name,
        rows: supplier.rows,
        candidates: candidates.slice(0, MOST_CANDIDATES),
      });
    others.push(own);
  }
  return proposals;
}

const RANK: Readonly<Record<MergeReason, number>> = { siret: 0, "legal-form": 1, spelling: 2 };

interface Stemmed extends NamedSupplier {
  /** The name without case, accents and legal form. */
  stem: string;
  /** The same, words in order of the alphabet. */
  sorted: string;
}

function stemmed(supplier: NamedSupplier): Stemmed {
  // « S.A.R.L. » is one word.
  const words = searchKey(supplier.name)
    .replace(/\b(\p{L}) (?=\p{L}\b)/gu, "$1")
    .split(" ");
  const kept = words.filter((word) => !LEGAL_FORMS.has(word));
  const used = kept.length === 0 ? words : kept;
  return { ...supplier, stem: used.join(""), sorted: [...used].sort().join("") };
}

function candidateOf(own: Stemmed, other: Stemmed): SupplierCandidate[] {
  const reason = reasonOf(own, other);
  return reason === null ? [] : [{ supplierId: other.id, name: other.name, reason }];
}

function reasonOf(own: Stemmed, other: Stemmed): MergeReason | null {
  if (own.siret !== null && other.siret !== null) return own.siret === other.siret ? "siret" : null;
  if (own.stem === "" || other.stem === "") return null;
  if (own.stem === other.stem) return "legal-form";
  if (own.sorted === other.sorted) return "spelling";
  const length = Math.min(own.stem.length, other.stem.length);
  const allowed = length < 5 ? 0 : length < 9 ? 1 : 2;
  if (allowed === 0 || digitsOf(own.stem) !== digitsOf(other.stem)) return null;
  const isNear =
    editDistance(own.stem, other.stem, allowed) <= allowed ||
    editDistance(own.sorted, other.sorted, allowed) <= allowed;
  return isNear ? "spelling" : null;
}

/** « Lot 1 » and « Lot 2 » differ by what numbers are for. */
function digitsOf(stem: string): string {
  return stem.replace(/\D+/g, "");
}
