import type { Unit } from "../quantity.ts";

/** What holds the others: the unit such a word speaks of. Patterns for a folded text. */
export const OUTER_WORDS: Readonly<Partial<Record<Unit, string>>> = {
  BOX: "cartons?|colis|caisses?|cagettes?|plateaux?|cageots?|plaques?|packs?|lots?|ctn|cart\\.?|crt",
  SACK: "sacs?",
  BUNCH: "bottes?",
  PIECE: "pieces?|pces?|unites?",
};

/** What several of make a pack: « 12 pots de 125 g ». */
export const INNER_WORDS =
  "barquettes?|bqt?s?|sachets?|pots?|bouteilles?|btl?s?|boites?|bidons?|sacs?|poches?|paquets?|briques?|" +
  "unites?|pieces?|pces?|portions?|plaquettes?|seaux?|pains?|tranches?|steaks?|filets?|tubes?|canettes?|" +
  "bocal|bocaux|verrines?|coupelles?|coupes?|gourdes?|flacons?|rouleaux?|brioches?|pave?s?|batons?|" +
  "dosettes?|bricks?|berlingots?|bombes?|cubis?|outres?";

/** Millilitres of the trade's tin sizes: a tin « 4/4 » holds 850 ml, whatever it weighs once drained. */
export const TIN_MILLILITRES: Readonly<Record<string, number>> = {
  "5/1": 4250,
  "3/1": 2650,
  "2/1": 1700,
  "4/4": 850,
  "1/2": 425,
  "1/4": 212,
};

/** What a count may be of without being a number of packs: « Comté 12 mois », « pizza 4 fromages ». */
export const COUNTED_OTHERWISE =
  "mois|saisons?|fromages?|cereales?|epices?|legumes?|fruits?|poivres?|jours?|ans?|kcal|kj|cm|mm|euros?|%";

/** A number after one of these is a grade or a reference. */
export const GRADES =
  "cat\\.?|categorie|cal\\.?|calibre|n|no|numero|type|ref\\.?|reference|code|art\\.?|classe";
