import type { z } from 'zod'
import { type Caller, mayAct, type Role } from '../kernel/caller.ts'
import { AppError } from '../kernel/errors.ts'
import { parseInput } from '../kernel/parse-input.ts'
import type { Clock } from '../kernel/ports.ts'
import type { AuditAction, AuditLog, NewAuditEvent } from './audit.ts'

interface CommandSpec<Input extends z.ZodType, Output, Facts> {
  readonly action: AuditAction
  readonly role: Role
  readonly input: Input
  /** `run` stores its change and its event in one step, or changes nothing: the trail needs no intent. */
  readonly isOneStep?: boolean
  /** Reads what the command goes by, while its intent is noted. Changes nothing. */
  read?(input: z.output<Input>): Promise<Facts>
  /** `facts`: what `read` has returned. `eventOf`: for a command of one step. */
  run(input: z.output<Input>, caller: Caller, facts: Facts, eventOf: EventOf): Promise<Executed<Output>>
}

/** The event that says that a change was made. */
export type EventOf = (target: string, changes?: Changes) => NewAuditEvent

/** The new value of each changed field; of a secret only "changed". */
export type Changes = Readonly<Record<string, unknown>>

export interface Executed<Output> {
  readonly output: Output
  /** The id of what was changed. */
  readonly target: string
  readonly changes?: Changes
  /** The event is in the trail already: it was stored with the change. */
  readonly isAudited?: boolean
}

export type Command<Input extends z.ZodType, Output> = (caller: Caller, input: z.input<Input>) => Promise<Output>

/**
 * The only way to change anything: a command checks the role, parses the input, notes its intent in the audit trail, executes, and writes the
 * audit event, in that order. Without its intent it changes nothing; if it dies after that, the trail says that it was interrupted. A change
 * of one step, which stores the event too, needs no intent. Every mutation is built by this function, so none can forget its audit event.
 * Throws `request.forbidden` or `request.invalid`.
 */
export function createCommands({ audit, clock }: { readonly audit: AuditLog; readonly clock: Clock }) {
  return function command<Input extends z.ZodType, Output, Facts = undefined>(
    spec: CommandSpec<Input, Output, Facts>,
  ): Command<Input, Output> {
    return async (caller, raw) => {
      const event = (target: string | null, outcome: string, changes: Changes = {}): NewAuditEvent => ({
        at: clock.now().toISOString(),
        action: spec.action,
        actor: { id: caller.id, role: caller.role, authentication: caller.authentication },
        ipAddress: caller.ipAddress,
        userAgent: caller.userAgent,
        requestId: caller.requestId,
        target,
        outcome,
        changes,
      })

      if (!mayAct(caller.role, spec.role)) {
        await audit.append(event(null, 'request.forbidden'))
        throw new AppError('request.forbidden', `This needs the role ${spec.role}; "${caller.id}" is ${caller.role}`)
      }
      const input = parseInput(spec.input, raw)
      const reading = spec.read?.(input)
      reading?.catch(() => {}) // it counts once the intent is noted
      const intent = spec.isOneStep ? undefined : await audit.begin(event(idIn(input), 'interrupted'))
      const eventOf: EventOf = (target, changes) => event(target, 'ok', changes)
      const execute = async () => spec.run(input, caller, (await reading) as Facts, eventOf)
      const { output, target, changes, isAudited } = await execute().catch(async (thrown: unknown) => {
        if (intent !== undefined && isCertain(thrown)) await audit.withdraw(intent)
        throw thrown
      })
      if (!isAudited) await audit.append(eventOf(target, changes), intent)
      return output
    }
  }
}

/** Whether nothing was changed: the input did not fit what is stored. After any other failure a part of the change may have happened. */
const isCertain = (thrown: unknown): boolean => thrown instanceof AppError && thrown.kind === 'request'

/** The id of what an input is about. */
function idIn(input: unknown): string | null {
  const { id, connectionId, ownerId } = (input ?? {}) as Readonly<Record<string, unknown>>
  const found = id ?? connectionId ?? ownerId
  return typeof found === 'string' ? found : null
}
