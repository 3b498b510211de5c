import type { Reject } from '../api/names.ts'
import { texts } from '../texts/texts.ts'
import css from './rejects.module.css'

const words = texts.rejects

/** What a rejected record is called: its id, or where it was read if it has none. */
export const recordName = ({ recordId, page, row }: Pick<Reject, 'recordId' | 'page' | 'row'>): string =>
  recordId || (row === undefined ? '–' : words.noId(page, row))

/** The value at a path that was at fault, as JSON, and how many further faults the record has. */
export function FaultyValue({ errors, path }: { readonly errors: Reject['errors']; readonly path: string }) {
  const value = errors.find((error) => error.path === path)?.value
  return (
    <>
      <code>{JSON.stringify(value) ?? '–'}</code> {errors.length > 1 && words.otherFaults(errors.length - 1)}
    </>
  )
}

/** The row as the ERP sent it, folded away; a dash if it is not kept. */
export function RawRow({ raw, rawShortened }: Pick<Reject, 'raw' | 'rawShortened'>) {
  if (raw === undefined) return <>–</>
  return (
    <details>
      <summary>{words.showRow}</summary>
      <pre className={css.raw}>{JSON.stringify(raw, null, 2)}</pre>
      {rawShortened && <p>{words.shortened}</p>}
    </details>
  )
}
