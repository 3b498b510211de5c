import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef } from 'react'
import { texts } from '../texts/texts.ts'
import css from './search-field.module.css'

const words = texts.search

/** Whether the focus is somewhere one can type. */
const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Searches records from any page. The key / goes to it. */
export function SearchField() {
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
    }
    document.addEventListener('keydown', focus)
    return () => document.removeEventListener('keydown', focus)
  }, [])
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
