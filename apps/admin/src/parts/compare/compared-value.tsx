import { Fragment } from 'react'
import { changedWords } from './changed-words.ts'
import css from './compare.module.css'
import { decimalDifference } from './decimal-difference.ts'

export interface ComparedValueProps {
  readonly value: unknown
  /** What it is compared with; left out if it stands for itself. */
  readonly before?: unknown
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value as text, with what differs from the value before: the amount of a number, the new words of a text, the fields of a line. */
export function ComparedValue({ value, before }: ComparedValueProps) {
  if (value === null || value === undefined) return <span>–</span>
  if (isFields(value)) {
    const known = isFields(before) ? before : {}
    return (
      <span className={css.fields}>
        {Object.entries(value).map(([name, part]) => (
          <span key={name}>
            {name}: <ComparedValue value={part} {...(before !== undefined && { before: known[name] ?? null })} />
          </span>
        ))}
      </span>
    )
  }
  if (typeof value !== 'string') return <span>{JSON.stringify(value)}</span>
  const difference = decimalDifference(before, value)
  if (difference !== null)
    return (
      <span>
        {value} <span className={css.difference}>{difference}</span>
      </span>
    )
  if (before === undefined) return <bdi>{value}</bdi>
  return (
    <bdi>
      {changedWords(typeof before === 'string' ? before : '', value).map(({ text, isNew }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of one text have no other name than their place
        <Fragment key={at}>{isNew ? <mark className={css.word}>{text}</mark> : text}</Fragment>
      ))}
    </bdi>
  )
}
