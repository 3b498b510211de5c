import { useId } from 'react'
import css from './choice.module.css'

export interface TextFilterProps {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly type?: 'search' | 'datetime-local'
  readonly placeholder?: string
}

/** A text to filter by. It counts when Enter is pressed or the field is left, so that nothing is asked for half a word. */
export function TextFilter({ label, value = '', onChange, type = 'search', placeholder }: TextFilterProps) {
  const id = useId()
  const take = (text: string) => {
    if (text.trim() !== value) onChange(text.trim() === '' ? undefined : text.trim())
  }
  return (
    <div className={css.choice}>
      <label htmlFor={id}>{label}</label>
      <input
        key={value}
        id={id}
        type={type}
        defaultValue={value}
        placeholder={placeholder}
        onBlur={({ target }) => take(target.value)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') take(currentTarget.value)
        }}
      />
    </div>
  )
}
