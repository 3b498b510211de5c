import type { RunEntry } from '../../runs/sync-log.ts'
import { isPulling, type OpenRun, type PhaseResult } from '../open-run.ts'
import { FieldShares, type LostField, lostFields, nextShares } from './field-shares.ts'
import type { CountedRemark } from './page-notes.ts'

type Entry = Omit<RunEntry, 'at'>

/** The phase that tells what a pull has noticed in the fields of its records, once: one entry for each remark, with how many it is about. */
export async function tellNotes(open: OpenRun): Promise<PhaseResult> {
  const { execution, ports, notes } = open
  if (!isPulling(open) || !notes.mayBeSummedUp()) return 'done'
  const lost = isAboutAll(open) ? lostFields(await sharesBefore(open), notes.fields) : []
  await notes.save() // before it is told: an entry that is missing does less harm than one that comes twice
  for (const entry of [...lost.map(lostEntry), ...Object.values(notes.fields.remarks).map(remarkEntry)])
    await ports.runs.log(execution.run.id, entry)
  return 'done'
}

/** The phase that tells what was not sent of the records that were pushed: one entry for each field and reason. */
export async function tellUnsent({ execution, ports, notes }: OpenRun): Promise<PhaseResult> {
  const remarks = notes.takeUnsent()
  await notes.save()
  for (const entry of remarks.map(remarkEntry)) await ports.runs.log(execution.run.id, entry)
  return 'done'
}

/** Keeps which fields have values, after a run that has read everything. */
export async function rememberFields(open: OpenRun): Promise<void> {
  if (!isPulling(open) || open.execution.run.dryRun || !isAboutAll(open)) return
  const next = nextShares(await sharesBefore(open), open.notes.fields)
  if (next) await open.ports.runs.saveFieldShares(open.execution.claim, JSON.stringify(next))
}

/** Whether the notes are about all records of the ERP: the run asked for all, got all, and no worker has died with a part of the notes. */
const isAboutAll = ({ since, execution: { checkpoint, counts }, notes }: OpenRun): boolean =>
  since === null && !checkpoint.partial && notes.fields.rows === counts.read

async function sharesBefore({ execution: { run }, ports }: OpenRun): Promise<FieldShares | null> {
  const text = await ports.runs.fieldShares(run.connectionId, run.dataType)
  return text === null ? null : FieldShares.parse(JSON.parse(text))
}

const lostEntry = ({ path, share }: LostField): Entry => ({
  level: 'warn',
  message: `${path} is empty in all records of this run, and had a value in ${Math.round(share * 100)} % of them before: perhaps the ERP calls it by another name now`,
  details: { path, share },
})

function remarkEntry({ path, message, value, recordId, count, isHarmless }: CountedRemark): Entry {
  const [records, first] = count === 1 ? ['1 record', 'it is'] : [`${count} records`, 'one of them is']
  const example = value === undefined ? '' : `, with ${JSON.stringify(value)?.slice(0, 100)}`
  return {
    level: isHarmless ? 'info' : 'warn',
    message: `${path === '' ? '' : `${path}: `}${message}, in ${records}: ${first} "${recordId}"${example}`,
    details: { path, count, recordId, ...(value !== undefined && { value }) },
  }
}
