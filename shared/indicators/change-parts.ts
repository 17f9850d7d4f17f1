/**
 * Why a rate moved. `volume`: how much each canteen buys of each family. `mix`: what it chooses there. `price`: euros a
 * kilo. `plain`: amounts without weight, where quantity and price cannot be told apart. `proof`: proofs that came or
 * ended. `definition`: another definition or rule.
 */
export const CHANGE_PARTS = ["volume", "mix", "price", "plain", "proof", "definition"] as const;
export type ChangePart = (typeof CHANGE_PARTS)[number];

/** The same as told: rules are those of the law when it is the law that changed. */
export const SHOWN_PARTS = [...CHANGE_PARTS, "law"] as const;
export type ShownPartName = (typeof SHOWN_PARTS)[number];
