import { type FormEvent, useId } from 'react'
import css from './choice.module.css'

export interface TextFilterProps {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

/** A text to filter by. It counts once it is entered. */
export function TextFilter({ label, value, onChange }: TextFilterProps) {
  const id = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('text') ?? '').trim()
    onChange(text === '' ? undefined : text)
  }
  return (
    <form className={css.choice} onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <input key={value} id={id} name="text" type="search" defaultValue={value ?? ''} maxLength={200} autoComplete="off" />
    </form>
  )
}
