import { expect, test } from "vitest";
import { namesPerson, withoutName } from "../../shared/free-texts.ts";

const NAME = "Marie-Hélène de Poiré";

test.each([
  ["Appeler MARIE HELENE DE POIRE avant 10 h", "whole"],
  ["Appeler Mme Poiré", "part"],
  ["Poireaux et poirée : pas un nom", "no"],
  ["de la part du chef", "no"],
  ["", "no"],
])("« %s » names the person: %s", (text, named) => {
  expect(namesPerson(text, NAME)).toBe(named);
});

test.each([
  ["Vu avec Marie-Hélène Poiré, d'accord", "Vu avec personne supprimée, d'accord"],
  ["MARIE   POIRE", "personne supprimée   personne supprimée"],
  ["Poiré et Marie", "personne supprimée et personne supprimée"],
  ["Poireaux (Poiré)", "Poireaux (personne supprimée)"],
  ["Rien à dire", "Rien à dire"],
])("« %s » becomes « %s »", (text, cleared) => {
  expect(withoutName(text, NAME)).toBe(cleared);
});
