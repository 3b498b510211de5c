import { useState } from 'react'
import { Field, type FieldProps } from './field.tsx'
import css from './form.module.css'
import { isSame, isValues } from './values.ts'
import type { FormWords } from './words.ts'

interface LinesProps extends Omit<FieldProps, 'children'> {
  readonly words: FormWords
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** A text of several lines that stands for a value. What is typed stays, also while it does not stand for one yet. */
function useLines(value: unknown, write: (value: unknown) => string, read: (text: string) => unknown) {
  const [text, setText] = useState(() => write(value))
  let shown = text
  try {
    if (!isSame(read(text), value)) shown = write(value)
  } catch {} // half of it is typed: it stays as it is
  return { shown, setText }
}

const empty = (text: string): boolean => text.trim() === ''
const linesOf = (text: string): string[] => text.split('\n').filter((line) => !empty(line))

const writeLines = (value: unknown): string => (Array.isArray(value) ? value.join('\n') : '')
const readLines = (text: string): unknown => (empty(text) ? undefined : linesOf(text))
const writeMap = (value: unknown): string =>
  isValues(value)
    ? Object.entries(value)
        .map(([name, inner]) => `${name}: ${String(inner)}`)
        .join('\n')
    : ''
const readMap = (text: string): unknown =>
  empty(text)
    ? undefined
    : Object.fromEntries(
        linesOf(text).map((line) => {
          const [, name = line, inner = ''] = /^([^:]*?)\s*:\s?(.*)$/.exec(line) ?? []
          return [name.trim(), inner]
        }),
      )
const writeJson = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value, null, 2))
const readJson = (text: string): unknown => (empty(text) ? undefined : JSON.parse(text))

/** Texts, one a line. */
export const LinesField = (props: LinesProps) => <TextLines {...props} note={props.words.onePerLine} write={writeLines} read={readLines} />

/** Names with texts, one a line. */
export const MapField = (props: LinesProps) => <TextLines {...props} note={props.words.namesAndValues} write={writeMap} read={readMap} />

/** A value that is too deep for fields. */
export const JsonField = (props: LinesProps) => <TextLines {...props} note={props.words.json} write={writeJson} read={readJson} />

interface TextLinesProps extends LinesProps {
  readonly note: string
  readonly write: (value: unknown) => string
  readonly read: (text: string) => unknown
}

function TextLines({ words, value, onChange, note, write, read, ...field }: TextLinesProps) {
  const { shown, setText } = useLines(value, write, read)
  const [isWrong, setIsWrong] = useState(false)
  const change = (text: string) => {
    setText(text)
    try {
      onChange(read(text))
      setIsWrong(false)
    } catch {
      setIsWrong(true)
    }
  }
  return (
    <Field {...field} notes={[...(field.notes ?? []), note]} problem={isWrong ? words.notJson : field.problem}>
      {(given) => (
        <textarea
          {...given}
          className={css.lines}
          rows={3}
          spellCheck={false}
          value={shown}
          onChange={({ target }) => change(target.value)}
        />
      )}
    </Field>
  )
}
