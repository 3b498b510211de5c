import { z } from 'zod'
import { assertMayAct, type Caller } from '../kernel/caller.ts'
import { AppError } from '../kernel/errors.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { ERPRecord } from '../records/record-store.ts'
import type { Data } from './change-set.ts'
import { ConflictDecision } from './decision.ts'
import { ConflictResolutionRequest, changeThatResolves, type ResolvePorts, readForDecision } from './resolve-conflict.ts'

/** How many conflicts one request may resolve. */
export const maxResolved = 1000

export const ConflictBatchRequest = ConflictResolutionRequest.extend({
  ids: z
    .array(z.string().min(1).max(100))
    .min(1)
    .max(maxResolved)
    .describe('The ids of the conflicts. An id that stands here twice counts once.'),
  dryRun: z.boolean().default(false).describe('Only answer what would happen to each.'),
}).meta({ id: 'ERPConflictBatchResolution' })
export type ConflictBatchRequest = z.output<typeof ConflictBatchRequest>

/** What became, or would become, of one conflict of a batch. */
export const ConflictFate = z
  .object({
    id: z.string(),
    fate: z
      .enum(['resolved', 'decided', 'changed', 'gone', 'invalid'])
      .describe(
        'resolved: as asked for; decided: somebody else was faster, see `decision`; changed: it has changed meanwhile, read it again; gone: there is no such open conflict; invalid: `detail` says why.',
      ),
    status: z.int().describe('The status that the same request for this conflict alone would get.'),
    record: ERPRecord.nullable().describe('The record as it is then; null if it is deleted then, or if the conflict was not resolved.'),
    decision: ConflictDecision.optional().describe('Who decided it, and how; absent if nobody else did.'),
    detail: z.string().optional().describe('Why it was not resolved.'),
  })
  .meta({ id: 'ERPConflictFate' })
export type ConflictFate = z.infer<typeof ConflictFate>

export const ConflictBatchResult = z
  .object({
    dryRun: z.boolean().describe('Whether nothing was changed.'),
    resolved: z.int().describe('How many were resolved, or would be.'),
    results: z.array(ConflictFate).describe('One for each id, in the order of the request.'),
  })
  .meta({ id: 'ERPConflictBatchResult' })
export type ConflictBatchResult = z.infer<typeof ConflictBatchResult>

const atOnce = 20
const fates: Readonly<Record<string, ConflictFate['fate']>> = {
  'request.not-found': 'gone',
  'request.conflict': 'changed',
  'request.invalid': 'invalid',
}

type Request = Omit<ConflictBatchRequest, 'ids' | 'dryRun'> & { readonly id: string }
/** Resolves one conflict; answers the record as it is then, or null if it is deleted then. */
export type ResolveOne = (caller: Caller, request: Request) => Promise<ERPRecord | null>

/**
 * Resolves many conflicts by the same decision, each on its own: what becomes of one does not touch the others. Throws `request.forbidden` and
 * `request.invalid`.
 */
export async function resolveMany(
  caller: Caller,
  request: unknown,
  ports: ResolvePorts,
  resolveOne: ResolveOne,
): Promise<ConflictBatchResult> {
  assertMayAct(caller, 'operator')
  const { ids, dryRun, ...decision } = parseInput(ConflictBatchRequest, request)
  const unique = [...new Set(ids)]
  const results: ConflictFate[] = []
  const resolve = dryRun ? dryResolve(ports) : resolveOne
  for (let from = 0; from < unique.length; from += atOnce) {
    const batch = unique.slice(from, from + atOnce)
    results.push(...(await Promise.all(batch.map((id) => fateOf(caller, { ...decision, id }, ports, resolve)))))
  }
  return { dryRun, resolved: results.filter(({ fate }) => fate === 'resolved').length, results }
}

async function fateOf(caller: Caller, request: Request, { outbox }: ResolvePorts, resolve: ResolveOne): Promise<ConflictFate> {
  const { id } = request
  try {
    return { id, fate: 'resolved', status: 200, record: await resolve(caller, request) }
  } catch (thrown) {
    const fate = thrown instanceof AppError ? fates[thrown.code] : undefined
    if (!(thrown instanceof AppError) || fate === undefined) throw thrown
    const failed = { id, status: thrown.status, record: null, detail: thrown.message }
    const decided = fate === 'changed' ? await outbox.decidedConflict(id) : null
    return decided ? { ...failed, fate: 'decided', decision: decided.decision } : { ...failed, fate }
  }
}

/** Answers the record as the decision would leave it, and changes nothing. */
const dryResolve =
  ({ outbox, records, clock }: ResolvePorts): ResolveOne =>
  async (caller, { id, winner, fields }) => {
    assertMayAct(caller, 'operator')
    const { conflict, held, stream } = await readForDecision(outbox, { id, fields })
    const change = changeThatResolves(conflict, held, { how: 'person', by: caller.id, winner, ...(fields && { fields }) }, clock.now())
    const before = await records.get(stream.connectionId, stream.dataType, conflict.recordId)
    if (change.forgets || before === null) return null
    const { conflictId: _, error: __, ...kept } = before
    const data = change.content ? (JSON.parse(change.content.json) as Data) : before.data
    return { ...kept, erpId: change.entry.erpId, syncStatus: change.entry.status, data }
  }
