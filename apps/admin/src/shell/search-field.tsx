import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef } from 'react'
import { texts } from '../texts/texts.ts'
import css from './search-field.module.css'

const words = texts.search

/** Searches records from any page. */
export function SearchField() {
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const q = field.current?.value.trim() ?? ''
    if (q !== '') void navigate({ to: '/search', search: { q } })
  }
  return (
    <search className={css.search}>
      <form onSubmit={submit}>
        <input
          ref={field}
          className={css.input}
          type="search"
          aria-label={words.label}
          aria-keyshortcuts="/"
          placeholder={words.hint}
          maxLength={200}
          autoComplete="off"
        />
      </form>
    </search>
  )
}
