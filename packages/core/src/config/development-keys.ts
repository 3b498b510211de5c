import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Config } from './config.ts'

const DevelopmentKeys = z.object({ encryptionKey: z.base64(), adminKey: z.string() })
type DevelopmentKeys = z.infer<typeof DevelopmentKeys>

const read = (file: string): DevelopmentKeys => DevelopmentKeys.parse(JSON.parse(readFileSync(file, 'utf8')))

/** Reads the keys of this checkout, and makes them the first time. Two processes that start together get the same keys. */
function readOrMake(file: string): DevelopmentKeys {
  try {
    return read(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const keys: DevelopmentKeys = { encryptionKey: randomBytes(32).toString('base64'), adminKey: randomBytes(18).toString('base64url') }
  const draft = `${file}.${process.pid}`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(draft, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return read(file)
}

/**
 * In development, takes missing keys from a git-ignored file, which the first call writes. `madeAdminKey` is the admin's secret if it
 * came from that file, so that the process can show it at start. In production the config is returned as it is.
 */
export function withDevelopmentKeys(config: Config, file: string): { readonly config: Config; readonly madeAdminKey: string | null } {
  const needsSealing = config.encryptionKeys.length === 0
  const needsCallers = config.api.keys.length === 0 && config.api.jwt === null
  if (config.production || (!needsSealing && !needsCallers)) return { config, madeAdminKey: null }

  const made = readOrMake(file)
  return {
    config: {
      ...config,
      encryptionKeys: needsSealing ? [{ id: 'development', bytes: Buffer.from(made.encryptionKey, 'base64') }] : config.encryptionKeys,
      api: { ...config.api, keys: needsCallers ? [{ name: 'admin', role: 'admin', secret: made.adminKey }] : config.api.keys },
    },
    madeAdminKey: needsCallers ? made.adminKey : null,
  }
}
