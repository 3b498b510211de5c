import { useState } from 'react'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { Field, type FieldProps } from './field.tsx'
import css from './form.module.css'
import { hasLines, remarkOn } from './remarks.ts'
import { mask } from './values.ts'
import type { FormWords } from './words.ts'

export interface SecretFieldProps extends Omit<FieldProps, 'children'> {
  readonly name: string
  readonly value: unknown
  readonly wasSet: boolean
  readonly words: FormWords
  readonly onChange: (value: string | null | undefined) => void
}

/** A secret: one that is stored is said to be set, and is never shown, not even as dots that look like a text. */
export function SecretField({ name, value, wasSet, words, onChange, ...field }: SecretFieldProps) {
  const [hasPastedLines, setHasPastedLines] = useState(false)
  const isKept = value === mask
  if (wasSet && (isKept || value === undefined || value === null)) {
    return (
      <fieldset className={css.secret}>
        <legend>{field.title}</legend>
        <span className={css.kept}>
          {isKept ? words.isSet : words.willBeRemoved}{' '}
          {isKept ? (
            <>
              <ActionButton onPress={() => onChange('')} label={`${words.replace}: ${field.title}`}>
                {words.replace}
              </ActionButton>
              {!field.isRequired && (
                <ActionButton onPress={() => onChange(undefined)} label={`${words.remove}: ${field.title}`}>
                  {words.remove}
                </ActionButton>
              )}
            </>
          ) : (
            <ActionButton onPress={() => onChange(mask)} label={`${words.keep}: ${field.title}`}>
              {words.keep}
            </ActionButton>
          )}
        </span>
        {field.problem !== undefined && <p className={css.problem}>{field.problem}</p>}
      </fieldset>
    )
  }
  const text = typeof value === 'string' ? value : ''
  const isLong = hasLines(name)
  const remark = isLong ? null : hasPastedLines ? 'line-break' : remarkOn(text)
  const change = (entered: string) => onChange(entered === '' && !wasSet ? undefined : entered)
  return (
    <Field {...field} notes={[...(field.notes ?? []), ...(remark ? [words.remarks[remark]] : [])]}>
      {(given) => (
        <>
          {isLong ? (
            <textarea
              {...given}
              className={css.lines}
              rows={4}
              spellCheck={false}
              autoComplete="off"
              value={text}
              onChange={({ target }) => change(target.value)}
            />
          ) : (
            <input
              {...given}
              className={css.input}
              type="password"
              autoComplete="new-password"
              required={field.isRequired}
              value={text}
              onPaste={({ clipboardData }) => setHasPastedLines(/[\r\n]/.test(clipboardData.getData('text')))}
              onChange={({ target }) => change(target.value)}
            />
          )}
          {wasSet && (
            <span>
              <ActionButton onPress={() => onChange(mask)} label={`${words.keep}: ${field.title}`}>
                {words.keep}
              </ActionButton>
            </span>
          )}
        </>
      )}
    </Field>
  )
}
