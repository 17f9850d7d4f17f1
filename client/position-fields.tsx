import { Trans, useLingui } from "@lingui/react/macro";
import { Group, Input } from "@mantine/core";
import { formatEntry } from "../shared/format/numbers.ts";
import type { Point } from "../shared/geo/distance.ts";
import type { Locale } from "../shared/locales.ts";
import { parseScaled } from "../shared/parsing/numbers.ts";
import { NumberField } from "./ui/number-field.tsx";

/** What was typed in the two fields. */
export interface PositionText {
  lat: string;
  lng: string;
}

const DECIMALS = 6;

export function positionText(position: Point | null, locale: Locale): PositionText {
  if (position === null) return { lat: "", lng: "" };
  return {
    lat: formatEntry({ value: position.latE6, decimals: DECIMALS }, locale),
    lng: formatEntry({ value: position.lngE6, decimals: DECIMALS }, locale),
  };
}

/** Null when both are empty; what cannot be read is left for the schema to refuse. */
export function readPosition({ lat, lng }: PositionText): { latE6: number; lngE6: number } | null {
  if (lat.trim() === "" && lng.trim() === "") return null;
  return { latE6: scaledOr(lat), lngE6: scaledOr(lng) };
}

function scaledOr(text: string): number {
  const reading = parseScaled(text, DECIMALS);
  return reading.ok ? reading.value : Number.NaN;
}

interface PositionFieldsProps {
  value: PositionText;
  onChange: (value: PositionText) => void;
  description: string;
  error?: string | undefined;
}

/** Own latitude and longitude, in degrees as maps give them. */
export function PositionFields({
  value,
  onChange,
  description,
  error,
}: PositionFieldsProps): React.ReactNode {
  const { t } = useLingui();
  return (
    <Input.Wrapper
      labelElement="div"
      label={<Trans>Position exacte (facultatif)</Trans>}
      description={description}
      error={error}
    >
      <Group grow align="flex-start" mt="xs">
        <NumberField
          label={t`Latitude`}
          value={value.lat}
          decimals={DECIMALS}
          unit="°"
          placeholder="50,291"
          onChange={(lat) => onChange({ ...value, lat })}
        />
        <NumberField
          label={t`Longitude`}
          value={value.lng}
          decimals={DECIMALS}
          unit="°"
          placeholder="2,777"
          onChange={(lng) => onChange({ ...value, lng })}
        />
      </Group>
    </Input.Wrapper>
  );
}
