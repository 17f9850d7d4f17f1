import type { Scheme } from "../../shared/facts.ts";
import { SCHEMES } from "../../shared/facts.ts";
import type { ProofKey, ProofPart } from "../../shared/proof-keys.ts";
import { PROOF_PARTS } from "../../shared/proof-keys.ts";

const ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const KEY = new RegExp(`^(${ID})\\.([A-Z0-9_]+)(?:\\.(${ID}))?$`);
const HOLDER = new RegExp(`^${ID}$`);

/** What the address says: whose purchases, and the figure whose lines are open. */
export interface ProofsSearch {
  /** Absent: what the account sees first. */
  perimetre?: "cantine" | "tout";
  /** The proof whose lines are open, as `keyText` writes it. */
  preuve?: string;
  lignes?: ProofPart;
}

export interface LetterSearch {
  fournisseur?: string;
  perimetre?: "cantine" | "tout";
}

export function validateProofsSearch(search: Record<string, unknown>): ProofsSearch {
  const { preuve, lignes } = search;
  const part = PROOF_PARTS.find((one) => one === lignes);
  const opened = typeof preuve === "string" && readKey(preuve) !== null && part !== undefined;
  return { ...perimetreOf(search), ...(opened ? { preuve, lignes: part } : {}) };
}

export function validateLetterSearch(search: Record<string, unknown>): LetterSearch {
  const { fournisseur } = search;
  const known = typeof fournisseur === "string" && HOLDER.test(fournisseur);
  return { ...perimetreOf(search), ...(known ? { fournisseur } : {}) };
}

/** A proof in an address. */
export function keyText({ holderId, scheme, certificateId }: ProofKey): string {
  return [holderId, scheme, ...(certificateId === null ? [] : [certificateId])].join(".");
}

/** The proof that `keyText` wrote; null: it wrote no such thing. */
export function readKey(text: string): ProofKey | null {
  const [, holderId, name, certificateId] = KEY.exec(text) ?? [];
  const scheme = SCHEMES.find((one): one is Scheme => one === name);
  return holderId === undefined || scheme === undefined
    ? null
    : { holderId, scheme, certificateId: certificateId ?? null };
}

function perimetreOf({ perimetre }: Record<string, unknown>): Pick<ProofsSearch, "perimetre"> {
  return perimetre === "cantine" || perimetre === "tout" ? { perimetre } : {};
}
