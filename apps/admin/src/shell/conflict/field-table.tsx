import type { KeyboardEvent } from 'react'
import type { Conflict, Side } from '../../api/names.ts'
import { ComparedValue } from '../../parts/compare/compared-value.tsx'
import spoken from '../../parts/spoken/spoken.module.css'
import { texts } from '../../texts/texts.ts'
import { type Choices, wholeRecord } from './choices.ts'
import css from './conflict.module.css'

const words = texts.conflicts

export interface FieldTableProps {
  readonly conflict: Conflict
  /** What the ERP is called. */
  readonly erpName: string
  readonly choices: Choices
  readonly isDisabled: boolean
  readonly onChoose: (path: string, side: Side) => void
}

interface Row {
  readonly path: string
  readonly title: string
  readonly base: unknown
  readonly values: Readonly<Record<Side, unknown>>
  /** Whether the values are compared with the base, or stand for themselves. */
  readonly isCompared: boolean
}

function rowsOf({ fields }: Conflict): readonly Row[] {
  if (fields.length > 0)
    return fields.map(({ path, base, erp, system }) => ({ path, title: path, base, values: { erp, system }, isCompared: true }))
  const values = { erp: words.deletedThere, system: words.createdAgain }
  return [{ path: wholeRecord, title: words.wholeRecord, base: words.exists, values, isCompared: false }]
}

const keyOfSide: Readonly<Record<string, Side>> = { 1: 'erp', 2: 'system' }
const step: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

/** One row a field: what both sides agreed on, what each has made of it, and what becomes of it. Nothing is chosen beforehand. */
export function FieldTable({ conflict, erpName, choices, isDisabled, onChoose }: FieldTableProps) {
  const rows = rowsOf(conflict)
  const titles = { erp: erpName, system: words.ours }
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, at: number) => {
    const side = keyOfSide[event.key]
    const next = rows[at + (step[event.key] ?? 0)]
    if (side && !isDisabled) onChoose(rows[at]?.path ?? '', side)
    else if (next && event.key in step) {
      const target = event.currentTarget.parentElement?.children[at + (step[event.key] ?? 0)]
      target?.querySelector<HTMLInputElement>('input:checked, input')?.focus()
    } else return
    event.preventDefault()
  }
  const choice = ({ path, title, base, values, isCompared }: Row, side: Side) => (
    <label className={css.choice}>
      <input
        type="radio"
        name={`${conflict.id} ${path}`}
        checked={choices[path] === side}
        disabled={isDisabled}
        onChange={() => onChoose(path, side)}
        aria-label={words.choose(title, titles[side])}
      />
      <ComparedValue value={values[side]} {...(isCompared && { before: base })} />
    </label>
  )
  return (
    <div className={css.scroll}>
      <table className={css.fields} aria-label={words.fields}>
        <thead className={spoken.onPhone}>
          <tr>
            {[words.field, words.agreed, erpName, words.ours, words.result].map((title, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an ERP may be named as another column is
              <th key={at} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => {
            const side = choices[row.path]
            return (
              <tr key={row.path} onKeyDown={(event) => onKeyDown(event, at)}>
                <th scope="row">{row.title}</th>
                <td data-label={words.agreed}>
                  <ComparedValue value={row.base} />
                </td>
                <td data-label={titles.erp}>{choice(row, 'erp')}</td>
                <td data-label={titles.system}>{choice(row, 'system')}</td>
                <td data-label={words.result}>{side ? <ComparedValue value={row.values[side]} /> : words.undecided}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
