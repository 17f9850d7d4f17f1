import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

export const ERROR_CODES = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "CONFLICT",
  "INVALID",
  "TOO_MANY_REQUESTS",
  "FROZEN_YEAR",
  "DOCUMENT_ATTACHED",
  "ORDER_OF_INVOICE",
  "DEMO_ACCOUNT",
  "NETWORK",
  "INTERNAL",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** The one sentence of each refusal: what happened, then what to do. */
export const ERROR_MESSAGES: Record<ErrorCode, MessageDescriptor> = {
  UNAUTHENTICATED: msg`Votre session est terminée. Connectez-vous pour continuer.`,
  FORBIDDEN: msg`Votre compte n'a pas ce droit. Demandez-le à l'administrateur de votre organisation.`,
  NOT_FOUND: msg`Cet élément n'existe pas, ou plus. Revenez à la liste pour le retrouver.`,
  CONFLICT: msg`Quelqu'un d'autre a modifié cet élément entre-temps. Rechargez la page, puis recommencez.`,
  INVALID: msg`Une valeur n'a pas été acceptée. Corrigez-la, puis recommencez.`,
  TOO_MANY_REQUESTS: msg`Trop d'essais en peu de temps. Attendez une minute, puis recommencez.`,
  FROZEN_YEAR: msg`Cette année a été déclarée : ses lignes ne changent plus. Créez un avoir, ou demandez à l'administrateur de rouvrir l'année.`,
  DOCUMENT_ATTACHED: msg`Ce document est joint à une commande : ses lignes compteraient deux fois. Détachez-le de la commande, puis enregistrez-le.`,
  ORDER_OF_INVOICE: msg`Les lignes de cette commande sont celles d'une facture : elles compteraient deux fois. Enregistrez la facture, ou annulez d'abord son enregistrement si elle l'est déjà.`,
  DEMO_ACCOUNT: msg`Ce compte est commun à tous les visiteurs de la démonstration : ce qui en priverait les autres est refusé. Pour l'essayer, l'administrateur de la démonstration crée un autre compte dans Réglages.`,
  NETWORK: msg`Le serveur ne répond pas. Vérifiez la connexion, puis réessayez.`,
  INTERNAL: msg`Le serveur a rencontré une erreur. Réessayez ; si elle revient, transmettez la référence ci-dessous.`,
};

const HTTP_CODES: Readonly<Record<number, ErrorCode>> = {
  400: "INVALID",
  401: "UNAUTHENTICATED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  409: "CONFLICT",
  413: "INVALID",
  422: "INVALID",
  423: "FROZEN_YEAR",
  429: "TOO_MANY_REQUESTS",
};

/** What the server attaches to a refusal (`data` of a tRPC error), read without trusting its shape. */
interface ErrorData {
  appCode: unknown;
  httpStatus: unknown;
  requestId: unknown;
  details: unknown;
}

/** The code of anything thrown by a query or a mutation; NETWORK when no answer came back. */
export function errorCode(error: unknown): ErrorCode {
  const data = errorData(error);
  if (data === null) return isTransportError(error) ? "NETWORK" : "INTERNAL";
  if (isErrorCode(data.appCode)) return data.appCode;
  return (typeof data.httpStatus === "number" && HTTP_CODES[data.httpStatus]) || "INTERNAL";
}

/** The last characters of an id are chance alone, its first ones the time. */
const REFERENCE_LENGTH = 8;

/** The end of the id under which the server logged the request, to be read out; null when it gave none. */
export function errorReference(error: unknown): string | null {
  const id = errorData(error)?.requestId;
  return typeof id === "string" && id !== "" ? id.slice(-REFERENCE_LENGTH) : null;
}

/** Why the server refused, beyond its code; null when it does not say. */
export function errorReason(error: unknown): string | null {
  const details = errorData(error)?.details;
  if (typeof details !== "object" || details === null || !("reason" in details)) return null;
  return typeof details.reason === "string" ? details.reason : null;
}

function errorData(error: unknown): ErrorData | null {
  if (typeof error !== "object" || error === null || !("data" in error)) return null;
  const { data } = error;
  if (typeof data !== "object" || data === null) return null;
  return {
    appCode: "appCode" in data ? data.appCode : undefined,
    httpStatus: "httpStatus" in data ? data.httpStatus : undefined,
    requestId: "requestId" in data ? data.requestId : undefined,
    details: "details" in data ? data.details : undefined,
  };
}

/** A tRPC client error without data, or fetch's own TypeError. */
function isTransportError(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof Error && error.name === "TRPCClientError");
}

function isErrorCode(value: unknown): value is ErrorCode {
  return ERROR_CODES.some((code) => code === value);
}
