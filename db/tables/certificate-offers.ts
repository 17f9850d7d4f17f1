/** An article that a proof names; a proof without any covers every article of its families. */
export interface CertificateOffersTable {
  certificate_id: string;
  offer_id: string;
}
