import type { TextInputProps } from "@mantine/core";
import { TextInput } from "@mantine/core";
import { useState } from "react";
import type { IsoDate } from "../../shared/facts.ts";
import { formatDateLong } from "../../shared/format/dates.ts";
import type { DateContext, DateReading } from "../../shared/parsing/dates.ts";
import { parsingSentence } from "../../shared/parsing/messages.ts";
import { readDateField } from "./field-readings.ts";
import { useLocale } from "./locale.ts";
import { FieldWarning } from "./number-field.tsx";

export interface DateFieldProps
  extends Omit<TextInputProps, "value" | "onChange" | "type" | "inputMode" | "defaultValue"> {
  label: string;
  /** Exactly what was typed; the form keeps it, readable or not. */
  value: string;
  onChange: (text: string, date: IsoDate | null) => void;
  /** Today and, if the page is about one school year, that year. */
  context: DateContext;
  /** What cannot be read is said, though nobody has been in the field. */
  judged?: boolean;
}

/** Dates as people type them (`5/11`, `051126`, `hier`), with the day understood in full below. */
export function DateField(props: DateFieldProps): React.ReactNode {
  const { value, onChange, context, judged = false, error, required, description, onBlur, ...rest } = props;
  const locale = useLocale();
  const reading = readDateField(value, context);
  // What stands there unreadable from the start was typed elsewhere, or before.
  const [left, setLeft] = useState(value.trim() !== "" && !reading.ok);
  const complains = !reading.ok && (left || judged) && (required === true || value.trim() !== "");
  return (
    <TextInput
      {...rest}
      value={value}
      autoComplete="off"
      {...(required === undefined ? {} : { required })}
      error={error ?? (complains ? parsingSentence({ code: reading.code, text: value }, locale) : null)}
      description={reading.ok ? <DateEcho reading={reading} value={value} /> : description}
      inputWrapperOrder={["label", "input", "description", "error"]}
      onChange={(event) => {
        const text = event.currentTarget.value;
        const read = readDateField(text, context);
        onChange(text, read.ok ? read.value : null);
      }}
      onBlur={(event) => {
        setLeft(true);
        onBlur?.(event);
      }}
    />
  );
}

function DateEcho({
  reading,
  value,
}: {
  reading: DateReading & { ok: true };
  value: string;
}): React.ReactNode {
  const locale = useLocale();
  return (
    <>
      {formatDateLong(reading.value, locale)}
      {reading.warning !== undefined && (
        <>
          {" "}
          <FieldWarning text={parsingSentence({ code: reading.warning, text: value }, locale)} />
        </>
      )}
    </>
  );
}
