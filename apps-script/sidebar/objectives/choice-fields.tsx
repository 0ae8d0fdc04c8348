// The two kinds of choice of the form: one of a list, and one of a few that are all in sight.
import type { ComponentChildren, VNode } from "preact";

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** Under a heading where they are in groups. */
  readonly groups: readonly { readonly label?: string; readonly options: readonly Option[] }[];
  /** What stands where nothing is chosen. */
  readonly blank?: string;
  readonly help?: ComponentChildren;
  readonly onChoose: (value: string) => void;
}

export function SelectField({ name, label, value, groups, blank, help, onChoose }: SelectProps): VNode {
  const id = `field-${name}`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        name={name}
        value={value}
        {...(help && { "aria-describedby": `${id}-help` })}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {blank !== undefined && <option value="">{blank}</option>}
        {groups.map((group, place) =>
          group.label === undefined ? (
            group.options.map(option)
          ) : (
            <optgroup key={place} label={group.label}>
              {group.options.map(option)}
            </optgroup>
          ),
        )}
      </select>
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

function option({ value, label }: Option): VNode {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}

/** Longer choices stand one under the other. */
const LONG = 25;

interface RadioProps {
  readonly name: string;
  readonly legend: string;
  readonly value: string;
  readonly options: readonly (Option & { readonly more?: ComponentChildren })[];
  readonly onChoose: (value: string) => void;
}

export function RadioFields({ name, legend, value, options, onChoose }: RadioProps): VNode {
  return (
    <fieldset class={options.some(({ label, more }) => more || label.length > LONG) ? "stacked" : ""}>
      <legend>{legend}</legend>
      {options.map((one) => (
        <label key={one.value} class="choice">
          <input
            type="radio"
            name={name}
            value={one.value}
            checked={value === one.value}
            onChange={() => onChoose(one.value)}
          />
          <span>
            {one.label}
            {one.more && <small>{one.more}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
