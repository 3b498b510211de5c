import { useId } from 'react'
import css from './choice.module.css'

export interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value | undefined
  readonly choices: readonly (readonly [value: Value, title: string])[]
  readonly onChange: (value: Value | undefined) => void
  /** What stands for no choice. Without it one of the choices has to be taken. */
  readonly none?: string
}

/** One of a few values. */
export function Choice<Value extends string>({ label, value, choices, onChange, none }: ChoiceProps<Value>) {
  const id = useId()
  return (
    <div className={css.choice}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={({ target }) => onChange(choices.find(([name]) => name === target.value)?.[0])}>
        {none !== undefined && <option value="">{none}</option>}
        {choices.map(([name, title]) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </div>
  )
}
