import { useId } from 'react'
import css from './choice.module.css'

export interface TextFilterProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A part of a text that is looked for. */
export function TextFilter({ label, value, onChange }: TextFilterProps) {
  const id = useId()
  return (
    <div className={css.choice}>
      <label htmlFor={id}>{label}</label>
      <input id={id} type="search" value={value} onChange={({ target }) => onChange(target.value)} />
    </div>
  )
}
