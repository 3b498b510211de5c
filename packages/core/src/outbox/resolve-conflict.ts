import { z } from 'zod'
import type { createCommands } from '../audit/command.ts'
import { AppError } from '../kernel/errors.ts'
import type { Clock } from '../kernel/ports.ts'
import { onlyVolatile, toContent, withoutVolatile } from '../records/content.ts'
import { dataTypes } from '../records/data-types.ts'
import { changesBetween, withChanges } from './change-set.ts'
import { connectionOfConflict, type ERPConflict } from './conflict.ts'
import { merge } from './merge.ts'
import type { OutboxStore } from './outbox-store.ts'

const Side = z.enum(['erp', 'system'])

export const ConflictResolutionRequest = z
  .object({
    winner: Side.describe('Whose values are taken, unless `fields` says otherwise.'),
    fields: z.record(z.string(), Side).optional().describe("Whose value is taken at single paths of the conflict's fields."),
  })
  .meta({ id: 'ERPConflictResolution' })

export interface ResolvePorts {
  readonly clock: Clock
  readonly outbox: OutboxStore
}

export async function mustGetConflict(outbox: Pick<OutboxStore, 'conflict'>, id: string): Promise<ERPConflict> {
  const conflict = connectionOfConflict(id) === null ? null : await outbox.conflict(id)
  if (!conflict) throw new AppError('request.not-found', `There is no open conflict ${id}`)
  return conflict
}

/** Resolves a conflict as a person decides. If any value of the system is taken, the record waits to be pushed again. */
export function conflictCommands(command: ReturnType<typeof createCommands>, { clock, outbox }: ResolvePorts) {
  const resolve = command({
    action: 'erp_conflict_resolved',
    role: 'operator',
    input: ConflictResolutionRequest.extend({ id: z.string() }),
    async run({ id, winner, fields = {} }) {
      const conflict = await mustGetConflict(outbox, id)
      const unknown = Object.keys(fields).filter((path) => !conflict.fields.some((field) => field.path === path))
      if (unknown.length > 0) {
        const issues = unknown.map((path) => ({ path: `fields.${path}`, message: 'is not a field of this conflict' }))
        throw new AppError('request.invalid', 'The request names fields that are not part of the conflict', { details: { issues } })
      }
      const { erpConnectionId: connectionId, dataType } = conflict
      const [held] = await outbox.read({ connectionId, dataType }, [conflict.recordId])
      if (!held?.data || held.entry?.conflictId !== id) throw new AppError('request.not-found', `There is no open conflict ${id}`)

      const { entry } = held
      const winnerOf = (path: string) => fields[path] ?? winner
      const ours = withoutVolatile(dataTypes[dataType], held.data)
      const merged = merge(entry.base ?? { ours: {}, theirs: {} }, ours, conflict.erp.data, winnerOf)
      const theirs = conflict.fields
        .filter(({ path }) => winnerOf(path) === 'erp')
        .map(({ path, erp }) => [path, erp ?? undefined] as const)
      const chosen = withChanges(merged.data, new Map(theirs))
      const parsed = dataTypes[dataType].schema.safeParse({ ...chosen, ...onlyVolatile(dataTypes[dataType], held.data) })
      if (!parsed.success) {
        const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }))
        throw new AppError('request.invalid', 'The chosen values do not make a valid record', { details: { issues } })
      }
      const isLeft = changesBetween(merged.base.ours, withoutVolatile(dataTypes[dataType], parsed.data)).size > 0
      const stale = await outbox.change({ connectionId, dataType }, [
        {
          id: held.id,
          version: held.version,
          entry: {
            ...entry,
            status: isLeft ? 'pending' : 'synced',
            base: merged.base,
            revision: entry.revision + 1,
            changedAt: clock.now().toISOString(),
            conflictId: null,
            revertedHashes: [],
            error: null,
          },
          content: toContent(dataTypes[dataType], parsed.data),
          conflict: { closes: id },
        },
      ])
      if (stale.length > 0)
        throw new AppError('request.conflict', `Conflict ${id} has changed in the meantime. Read it again before you resolve it`)
      return {
        output: { connectionId, dataType, recordId: held.id },
        target: id,
        changes: { erpConnectionId: connectionId, dataType, recordId: held.id, winner, ...(Object.keys(fields).length > 0 && { fields }) },
      }
    },
  })
  return { resolve }
}
