/** One line of /metrics. */
export interface Sample {
  /** Put after the family's name: `_count`, `_sum`, `_bucket`. */
  suffix?: string;
  labels?: Readonly<Record<string, string>>;
  value: number;
}

/** What is told under one name. */
export interface Family {
  /** With its unit last: `bonnepart_http_request_duration_seconds`. */
  name: string;
  help: string;
  type: "counter" | "gauge" | "histogram";
  samples: readonly Sample[];
}

/** The text format of Prometheus, version 0.0.4. */
export function writeFamilies(families: readonly Family[]): string {
  return families
    .flatMap(writeFamily)
    .map((line) => `${line}\n`)
    .join("");
}

function writeFamily({ name, help, type, samples }: Family): string[] {
  const lines = samples.map(
    ({ suffix = "", labels = {}, value }) => `${name}${suffix}${writeLabels(labels)} ${writeNumber(value)}`,
  );
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines];
}

function writeLabels(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

function escapeLabel(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}

function writeNumber(value: number): string {
  return value === Number.POSITIVE_INFINITY ? "+Inf" : String(value);
}
