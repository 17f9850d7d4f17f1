/** An invoice as a specification: every number is the text that stands in the file. */
export interface Spec {
  guideline: string;
  number: string;
  /** `YYYY-MM-DD`. */
  date: string;
  type: string;
  /** The root of UBL is CreditNote. */
  creditRoot: boolean;
  currency: string;
  due?: string;
  delivered?: string;
  period?: SpecPeriod;
  order?: string;
  salesOrder?: string;
  buyerReference?: string;
  contract?: string;
  despatch?: string;
  preceding: readonly { number: string; date?: string }[];
  notes: readonly string[];
  seller: SpecParty;
  buyer: SpecParty;
  deliverTo?: SpecParty;
  lines: readonly SpecLine[];
  allowances: readonly SpecAdjustment[];
  charges: readonly SpecAdjustment[];
  totals: SpecTotals;
  taxes: readonly SpecTax[];
}

export interface SpecPeriod {
  start: string;
  end: string;
}

export interface SpecId {
  scheme?: string;
  value: string;
}

export interface SpecParty {
  name: string;
  tradingName?: string;
  legalId?: SpecId;
  ids?: readonly SpecId[];
  endpoint?: SpecId;
  vat?: string;
  street?: string;
  postcode?: string;
  city?: string;
  country?: string;
}

export interface SpecLine {
  id: string;
  name: string;
  description?: string;
  note?: string;
  quantity: string;
  unit: string;
  price: string;
  base?: string;
  baseUnit?: string;
  gross?: string;
  discount?: string;
  net: string;
  category: string;
  rate: string;
  origin?: string;
  sellerItemId?: string;
  buyerItemId?: string;
  gtin?: string;
  classification?: readonly { code: string; scheme: string }[];
  attributes?: readonly { name: string; value: string }[];
  allowances?: readonly SpecAdjustment[];
  charges?: readonly SpecAdjustment[];
  orderLine?: string;
  period?: SpecPeriod;
  lot?: string;
}

export interface SpecAdjustment {
  amount: string;
  base?: string;
  percent?: string;
  reason?: string;
  reasonCode?: string;
  category?: string;
  rate?: string;
}

export interface SpecTotals {
  lines?: string;
  allowances?: string;
  charges?: string;
  exclusive?: string;
  tax?: string;
  inclusive?: string;
  prepaid?: string;
  rounding?: string;
  payable?: string;
}

export interface SpecTax {
  category: string;
  rate: string;
  base: string;
  tax: string;
  exemption?: string;
}

/** Cents of « 12.5 », « 12.50 » or « -12 »: by its digits alone, not by the product's own arithmetic. */
export function centsOfText(text: string): number {
  const [whole = "", fraction = ""] = text.replace("-", "").split(".");
  const magnitude = Number(whole) * 100 + Number(fraction.padEnd(2, "0").slice(0, 2));
  return text.startsWith("-") ? -magnitude || 0 : magnitude;
}

/** « 12.50 » of 1250. */
export function textOfCents(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Totals and VAT by rate of lines, allowances and charges, as EN 16931 adds them up. */
export function totalled(
  spec: Omit<Spec, "totals" | "taxes">,
  { prepaid = 0, rounding = 0 }: { prepaid?: number; rounding?: number } = {},
): Spec {
  const sum = (texts: readonly string[]): number =>
    texts.reduce((total, text) => total + centsOfText(text), 0);
  const lines = sum(spec.lines.map(({ net }) => net));
  const allowances = sum(spec.allowances.map(({ amount }) => amount));
  const charges = sum(spec.charges.map(({ amount }) => amount));
  const bases = new Map<string, number>();
  function add(category: string, rate: string, cents: number): void {
    const key = `${category}|${rate}`;
    bases.set(key, (bases.get(key) ?? 0) + cents);
  }
  for (const { category, rate, net } of spec.lines) add(category, rate, centsOfText(net));
  for (const { category = "S", rate = "5.5", amount } of spec.allowances)
    add(category, rate, -centsOfText(amount));
  for (const { category = "S", rate = "5.5", amount } of spec.charges)
    add(category, rate, centsOfText(amount));
  const taxes = [...bases].map(([key, base]) => {
    const [category = "", rate = ""] = key.split("|");
    const tenths = Math.round(Number(rate) * 10);
    const tax = Math.sign(base) * Math.floor((Math.abs(base) * tenths + 500) / 1000);
    return { category, rate, base: textOfCents(base), tax: textOfCents(tax || 0) };
  });
  const exclusive = lines - allowances + charges;
  const tax = sum(taxes.map((one) => one.tax));
  return {
    ...spec,
    taxes,
    totals: {
      lines: textOfCents(lines),
      ...(spec.allowances.length > 0 && { allowances: textOfCents(allowances) }),
      ...(spec.charges.length > 0 && { charges: textOfCents(charges) }),
      exclusive: textOfCents(exclusive),
      tax: textOfCents(tax),
      inclusive: textOfCents(exclusive + tax),
      ...(prepaid !== 0 && { prepaid: textOfCents(prepaid) }),
      ...(rounding !== 0 && { rounding: textOfCents(rounding) }),
      payable: textOfCents(exclusive + tax - prepaid + rounding),
    },
  };
}
