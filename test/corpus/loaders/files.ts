import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startSshd } from '@linkspan/simulators'
import { fileConnections } from '../../stack/file-connections.ts'
import type { StartLoader } from '../corpus-loader.ts'

const ofTheCase = new Set(['settings.json', 'expected.json', 'README.md'])
const names = ['products', 'inventory', 'orders', 'order_status', 'employees', 'invoices']

/**
 * Cases whose input are files on an SFTP server. The files of the case are there in the first run; those in its folders "2", "3", … are
 * added before the second run, the third, and so on.
 */
export const startFileCases: StartLoader = async (stack) => {
  const sshd = await startSshd()
  const connect = await fileConnections(stack, sshd)
  let opened = 0
  return {
    async open({ folder, dataType, settings, credentials, sync }) {
      const inputs = async (of: string) =>
        (await readdir(of, { withFileTypes: true }).catch(() => []))
          .filter((entry) => entry.isFile() && !ofTheCase.has(entry.name))
          .map((entry) => entry.name)
      const first = await inputs(folder)
      const type = dataType ?? names.find((name) => first.some((file) => file.startsWith(name))) ?? 'products'
      const erp = await connect(`case-${++opened}`, { enabledDataTypes: [type], ...settings }, credentials)
      return {
        connectionId: erp.id,
        dataType: type,
        async prepare(number) {
          const of = number === 1 ? folder : join(folder, String(number))
          for (const name of await inputs(of)) await erp.put(name, await readFile(join(of, name)))
        },
        run: () => stack.sync(erp.id, type, sync),
        seen: async () => ({ files: await erp.paths() }),
      }
    },
    [Symbol.asyncDispose]: () => sshd[Symbol.asyncDispose](),
  }
}
