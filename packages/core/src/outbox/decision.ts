import { z } from 'zod'
import { AppError } from '../kernel/errors.ts'

export const ConflictSide = z.enum(['erp', 'system'])
export type ConflictSide = z.infer<typeof ConflictSide>

/** How a conflict ended. */
export const ConflictDecision = z
  .object({
    at: z.iso.datetime().describe('When the conflict ended.'),
    how: z
      .enum(['person', 'strategy', 'overtaken'])
      .describe(
        'person: somebody chose; strategy: somebody had the strategy of the sync configuration decide; overtaken: a later change of one side left nothing to decide.',
      ),
    by: z.string().nullable().describe('Who decided it; null if nobody did.'),
    winner: ConflictSide.nullable().describe('Whose values were taken, unless `fields` says otherwise; null if nobody decided.'),
    fields: z.record(z.string(), ConflictSide).optional().describe('Whose value was taken at single paths.'),
  })
  .meta({ id: 'ERPConflictDecision', description: 'Who ended a conflict, when, and in whose favour.' })
export type ConflictDecision = z.infer<typeof ConflictDecision>

/** A decision before it is stored, which says when it was made. */
export type NewDecision = Omit<ConflictDecision, 'at'>

/** A change by one side has ended the conflict, and nobody had to decide. */
export const overtaken: NewDecision = { how: 'overtaken', by: null, winner: null }

/** How long decisions are kept. */
export const decisionDays = 30

const sideWords = { erp: "the ERP's", system: "the system's" } as const

function inWords({ at, how, by, winner, fields = {} }: ConflictDecision): string {
  if (winner === null) return `a later change ended it at ${at}`
  const exceptions = Object.entries(fields).filter(([, side]) => side !== winner)
  const except = exceptions.map(([path, side]) => `${path} (${sideWords[side]})`).join(', ')
  const whose = `${sideWords[winner]} values${except === '' ? '' : `, except ${except}`}`
  return `${by}${how === 'strategy' ? ' let the strategy decide' : ' decided'} at ${at} for ${whose}`
}

/** Says that a conflict is not open, and who has decided it if that is known. */
export const notOpen = (code: 'request.not-found' | 'request.conflict', id: string, decision: ConflictDecision | undefined): AppError =>
  new AppError(code, `There is no open conflict ${id}${decision ? `: ${inWords(decision)}` : ''}`)
