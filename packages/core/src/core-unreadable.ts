import { z } from 'zod'
import type { createCommands } from './audit/command.ts'
import { AppError } from './kernel/errors.ts'
import { type UnreadableItems, UnreadableKind } from './kernel/unreadable.ts'

/** What the outside may ask of stored items that cannot be read. */
export function coreUnreadable(command: ReturnType<typeof createCommands>, { unreadable }: { readonly unreadable: UnreadableItems }) {
  return {
    seen: () => unreadable.seen(),
    /** Deletes one. Throws `request.not-found` if there is none that cannot be read. */
    discard: command({
      action: 'erp_unreadable_discarded',
      role: 'admin',
      input: z.object({ kind: UnreadableKind, id: z.string() }),
      async run({ kind, id }) {
        if (!(await unreadable.discard({ kind, id })))
          throw new AppError('request.not-found', `There is no ${kind} ${id} that cannot be read`)
        return { output: undefined, target: id, changes: { kind } }
      },
    }),
  }
}
