import { posix } from 'node:path'
import { AppError, type CheckStep } from '@linkspan/core/connector'
import type { SftpConnection } from '../connection/connection.ts'
import type { Folders } from '../connection/folders.ts'
import type { SftpContext } from '../context.ts'
import { planFor } from '../settings.ts'
import { type FoundFiles, findFiles } from './find-files.ts'

/** Two steps of a connection test. "Moving" tries with a file of our own whether files can be moved; "Files" lists the new ones. */
export function fileChecks(context: SftpContext, connection: SftpConnection, folders: Folders): readonly CheckStep[] {
  const { settings, enabledDataTypes, clock } = context
  const plans = enabledDataTypes.map((dataType) => planFor(settings, dataType))
  const foldersToTry = [
    ...new Set(plans.filter(({ after, onError }) => after !== 'leave' || onError !== 'leave').map(({ folder }) => folder)),
  ]

  /** Writes a small file, moves it into the archive, and deletes it. Throws if any of that fails. */
  async function tryMoving(folder: string): Promise<void> {
    const path = await folders.resolve(folder)
    const name = `.linkspan-${clock.now().getTime()}.tmp`
    const file = posix.join(path, name)
    await connection.write(file, Buffer.from('Linkspan checks whether it may write here.\n'))
    try {
      const to = await folders.move(file, await folders.ensure(posix.join(folder, settings.archiveFolder)), name)
      await folders.remove(to)
    } catch (thrown) {
      await folders.remove(file).catch(() => {})
      throw thrown
    }
  }

  return [
    {
      name: 'Moving',
      essential: false,
      async run() {
        if (foldersToTry.length === 0) return 'Files are left where they are'
        for (const folder of foldersToTry) {
          await tryMoving(folder).catch((thrown) => {
            if (!(thrown instanceof AppError) || thrown.code !== 'setup.permission-missing') throw thrown
            const advice =
              'Files would be read but not moved: give the account write access, or set settings.after and settings.onError to "leave"'
            throw new AppError('setup.permission-missing', `${thrown.message}. ${advice}`, { cause: thrown })
          })
        }
        return `Files can be written, moved and deleted in ${foldersToTry.map((folder) => (folder === '.' ? 'the folder' : folder)).join(', ')}`
      },
    },
    {
      name: 'Files',
      essential: false,
      async run() {
        const found: FoundFiles[] = []
        for (const plan of plans) found.push(await findFiles(plan, { context, connection, folders }))
        const remarks = found.flatMap(({ remark }) => remark ?? [])
        return [found.map(({ counts }) => counts).join('; '), ...remarks].join('. ')
      },
    },
  ]
}
