import css from './field.module.css'

export interface ChecksProps<Value extends string> {
  readonly legend: string
  readonly choices: readonly (readonly [value: Value, title: string])[]
  readonly chosen: readonly Value[]
  readonly onChange: (chosen: Value[]) => void
}

/** Any number of a few values. */
export function Checks<Value extends string>({ legend, choices, chosen, onChange }: ChecksProps<Value>) {
  const toggle = (value: Value) => onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
  return (
    <fieldset className={css.checks}>
      <legend>{legend}</legend>
      {choices.map(([value, title]) => (
        <label key={value} className={css.check}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} /> {title}
        </label>
      ))}
    </fieldset>
  )
}
