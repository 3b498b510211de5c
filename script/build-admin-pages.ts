import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'apps/admin')
const sources = ['apps/admin/src', 'apps/admin/index.html', 'apps/admin/vite.config.ts', 'packages/client/src', 'pnpm-lock.yaml']

/**
 * Builds the admin pages, as `pnpm build` does, into the folder from which the API serves them. It takes a few seconds; unchanged sources
 * cost nothing. Whatever runs it, React is the one that is shipped.
 */
export function buildAdminPages(): void {
  if (isBuilt()) return
  const env = { ...process.env, NODE_ENV: 'production' }
  execFileSync(join(folder, 'node_modules/.bin/vite'), ['build', '--logLevel', 'error'], { cwd: folder, env, stdio: 'inherit' })
}

function isBuilt(): boolean {
  const built = join(folder, 'dist/index.html')
  if (!existsSync(built)) return false
  const { mtimeMs } = statSync(built)
  return sources.every((source) => changedAt(join(root, source)) < mtimeMs)
}

/** When a file, or any file in a folder, was changed last. */
function changedAt(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs
  const inside = readdirSync(path, { recursive: true, withFileTypes: true }).map((entry) => join(entry.parentPath, entry.name))
  return Math.max(0, ...inside.map((each) => statSync(each).mtimeMs))
}
