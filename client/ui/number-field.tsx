import type { TextInputProps } from "@mantine/core";
import { Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { parsingSentence } from "../../shared/parsing/messages.ts";
import { readNumberField } from "./field-readings.ts";
import { useLocale } from "./locale.ts";

export interface NumberFieldProps
  extends Omit<TextInputProps, "value" | "onChange" | "type" | "inputMode" | "defaultValue"> {
  label: string;
  /** Exactly what was typed; the form keeps it, readable or not. */
  value: string;
  /** `scaled`: integer of 10^-`decimals`; null while empty or not readable. */
  onChange: (text: string, scaled: number | null) => void;
  /** 2: cents, 3: thousandths, 4: ten-thousandths. */
  decimals: number;
  /** « € », « kg », shown at the end of the field. */
  unit?: string;
}

/** Numbers as people type them in France. No character is dropped; what cannot be read says why, below. */
export function NumberField(props: NumberFieldProps): React.ReactNode {
  const { value, onChange, decimals, unit, error, required, description, onBlur, ...rest } = props;
  const locale = useLocale();
  const [left, setLeft] = useState(false);
  const reading = readNumberField(value, decimals);
  const empty = value.trim() === "";
  const own =
    !reading.ok && left && (required === true || !empty)
      ? parsingSentence({ code: reading.code, text: value }, locale)
      : null;
  const warning =
    reading.ok && reading.warning !== undefined
      ? parsingSentence({ code: reading.warning, text: value }, locale)
      : null;
  return (
    <TextInput
      {...rest}
      value={value}
      inputMode="decimal"
      autoComplete="off"
      {...(required === undefined ? {} : { required })}
      error={error ?? own}
      description={warning === null ? description : <FieldWarning text={warning} />}
      inputWrapperOrder={["label", "input", "description", "error"]}
      rightSection={unit === undefined ? undefined : <Text size="sm">{unit}</Text>}
      rightSectionPointerEvents="none"
      onChange={(event) => {
        const text = event.currentTarget.value;
        const read = readNumberField(text, decimals);
        onChange(text, read.ok ? read.value : null);
      }}
      onBlur={(event) => {
        setLeft(true);
        onBlur?.(event);
      }}
    />
  );
}

/** Under a field: read, but to be looked at. */
export function FieldWarning({ text }: { text: string }): React.ReactNode {
  return (
    <Text span size="sm" c="var(--bp-declared)">
      {text}
    </Text>
  );
}
