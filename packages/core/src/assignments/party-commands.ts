import { z } from 'zod'
import type { createCommands } from '../audit/command.ts'
import { PartyId } from './assignment.ts'
import type { PartyStore } from './party-store.ts'

export const PartyName = z
  .object({ name: z.string().trim().min(1).max(200).nullable().describe('The name by which people know it; null takes it away.') })
  .meta({ id: 'PartyName' })

/** The commands that give clients and sites the names by which people know them. */
export const partyCommands = (command: ReturnType<typeof createCommands>, { parties }: { readonly parties: PartyStore }) => ({
  renameClient: command({
    action: 'client_renamed',
    role: 'admin',
    input: PartyName.extend({ clientId: PartyId }),
    async run({ clientId, name }) {
      await parties.rename({ clientId }, name)
      return { output: undefined, target: clientId, changes: { name } }
    },
  }),
  renameSite: command({
    action: 'site_renamed',
    role: 'admin',
    input: PartyName.extend({ clientId: PartyId, siteId: PartyId }),
    async run({ clientId, siteId, name }) {
      await parties.rename({ clientId, siteId }, name)
      return { output: undefined, target: siteId, changes: { clientId, name } }
    },
  }),
})
