import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../apps/admin')

/**
 * Builds the admin pages, as `pnpm build` does, into the folder from which the API serves them. It takes a few seconds. Whatever runs it,
 * React is the one that is shipped.
 */
export function buildAdminPages(): void {
  const env = { ...process.env, NODE_ENV: 'production' }
  execFileSync(join(folder, 'node_modules/.bin/vite'), ['build', '--logLevel', 'error'], { cwd: folder, env, stdio: 'inherit' })
}
