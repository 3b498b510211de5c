import type { ERPSyncLog } from '@linkspan/client'
import { useState } from 'react'
import { type RunFilter, type RunPage, readRuns } from '../../api/runs.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { csvLine } from '../../parts/download/csv.ts'
import { saveFile } from '../../parts/download/save-file.ts'
import { problem } from '../../shell/problem.tsx'
import { texts } from '../../texts/texts.ts'
import css from './page.module.css'

const words = texts.runs
const pageSize = 1000
const now = () => new Date()

const fields = [
  'id',
  'erpConnectionId',
  'dataType',
  'direction',
  'trigger',
  'mode',
  'status',
  'startedAt',
  'completedAt',
  'duration',
  'recordsRead',
  'recordsCreated',
  'recordsUpdated',
  'recordsUnchanged',
  'recordsFiltered',
  'recordsFailed',
  'recordsPushed',
  'errorMessage',
] as const satisfies readonly (keyof ERPSyncLog)[]

const formats = {
  ndjson: { type: 'application/x-ndjson', head: '', line: (run: ERPSyncLog) => `${JSON.stringify(run)}\n` },
  csv: { type: 'text/csv', head: csvLine(fields), line: (run: ERPSyncLog) => csvLine(fields.map((field) => run[field])) },
} as const

/** Saves all runs of a filter, which are read page by page. */
export function ExportRuns({ filter }: { readonly filter: RunFilter }) {
  const [read, setRead] = useState<number | null>(null)
  const [failed, setFailed] = useState<Error | null>(null)
  async function save(name: keyof typeof formats) {
    const { type, head, line } = formats[name]
    const parts = [head]
    setFailed(null)
    try {
      for (let cursor: string | null = '', count = 0; cursor !== null; ) {
        setRead(count)
        const page: RunPage = await readRuns(filter, cursor, { now, limit: pageSize })
        parts.push(...page.items.map(line))
        count += page.items.length
        cursor = page.next
      }
      saveFile(`sync-logs.${name}`, type, parts)
    } catch (thrown) {
      setFailed(thrown instanceof Error ? thrown : new Error(String(thrown)))
    } finally {
      setRead(null)
    }
  }
  return (
    <>
      {(['ndjson', 'csv'] as const).map((name) => (
        <ActionButton key={name} isDisabled={read !== null} onPress={() => void save(name)}>
          {words.exportAs[name]}
        </ActionButton>
      ))}
      {read !== null && (
        <span role="status" className={css.end}>
          {words.exporting(read)}
        </span>
      )}
      {failed && problem(failed)}
    </>
  )
}
