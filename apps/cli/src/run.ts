import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createLinkspanClient, LinkspanError } from '@linkspan/client'
import { applySteps } from './apply.ts'
import { parseDocument, printDocument } from './document.ts'
import { makePlan } from './plan.ts'
import { printPlan } from './print-plan.ts'
import { CliError } from './problem.ts'
import { readInstallation } from './read-installation.ts'

const usage = `linkspan: what an installation is made of, as a file

  linkspan export [FILE]     writes connections, sync configurations and assignments as YAML, without secrets
  linkspan plan FILE         shows what would change; ends with 0 if nothing would, with 2 if something would
  linkspan apply FILE --yes  shows it, and does it; without --yes it asks
  linkspan reseal            seals all credentials with the newest key; needs REDIS_URL and ENCRYPTION_KEYS, as the worker does

  --dry-run    of reseal: only says what there is to do
  --prune      also deletes sync configurations and assignments that the file does not have; connections are never deleted
  --secrets    also sends secrets of the environment to connections that exist
  --url URL    the API with its base path; else LINKSPAN_URL, else http://127.0.0.1:3000/api/v1

The API key is read from LINKSPAN_API_KEY: "viewer" may export and plan, "admin" may apply.
`

export interface Terminal {
  readonly environment: NodeJS.ProcessEnv
  readonly write: (text: string) => void
  readonly complain: (text: string) => void
  /** Asks a question that is answered with yes or no; null if nobody can be asked. */
  readonly ask: ((question: string) => Promise<boolean>) | null
}

const options = {
  'dry-run': { type: 'boolean', default: false },
  prune: { type: 'boolean', default: false },
  secrets: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  url: { type: 'string' },
} as const

type Values = ReturnType<typeof parse>['values']
const parse = (args: readonly string[]) => parseArgs({ args: [...args], options, allowPositionals: true })

/** Runs one command, and returns the status with which the process should end. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await execute(args, terminal)
  } catch (thrown) {
    terminal.complain(`${messageOf(thrown)}\n`)
    return 1
  }
}

async function execute(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(args)
  const [command, file] = positionals
  if (values.help || command === undefined) {
    terminal.write(usage)
    return values.help ? 0 : 1
  }
  if (command === 'reseal') return reseal(values, terminal)
  if (values['dry-run']) throw new CliError(`--dry-run is an option of reseal; "linkspan plan" shows what apply would do`)
  if (command === 'export') return exportTo(file, values, terminal)
  if (command !== 'plan' && command !== 'apply') throw new CliError(`"${command}" is no command of linkspan\n\n${usage}`)
  if (file === undefined) throw new CliError(`linkspan ${command} needs a file, as in: linkspan ${command} linkspan.yaml`)
  return planOrApply(command, file, values, terminal)
}

function connect({ url }: Values, { environment }: Terminal) {
  const token = environment.LINKSPAN_API_KEY
  if (token === undefined || token === '') throw new CliError('LINKSPAN_API_KEY is not set: it holds the secret of an API key')
  return createLinkspanClient({ baseUrl: url ?? environment.LINKSPAN_URL ?? 'http://127.0.0.1:3000/api/v1', token })
}

async function exportTo(file: string | undefined, values: Values, terminal: Terminal): Promise<number> {
  const { document } = await readInstallation(connect(values, terminal))
  if (file === undefined) terminal.write(printDocument(document))
  else writeFileSync(file, printDocument(document))
  return 0
}

async function planOrApply(command: 'plan' | 'apply', file: string, values: Values, terminal: Terminal): Promise<number> {
  const wanted = parseDocument(read(file), file)
  const linkspan = connect(values, terminal)
  const installation = await readInstallation(linkspan)
  const steps = makePlan(wanted, installation, values)
  terminal.write(printPlan(steps))
  if (steps.length === 0) return 0
  if (command === 'plan') return 2
  if (!values.yes && terminal.ask === null) throw new CliError('Nobody can be asked here: add --yes to apply this')
  if (!values.yes && !(await terminal.ask?.('Apply this? Only "yes" does: '))) return 2
  await applySteps(linkspan, steps, installation, terminal.environment)
  terminal.write('Done.\n')
  return 0
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (thrown) {
    throw new CliError(`${file} cannot be read: ${(thrown as Error).message}`)
  }
}

/** The worker's own program does it: it alone knows Redis. */
function reseal(values: Values, { environment }: Terminal): number {
  const program = fileURLToPath(new URL('../../worker/dist/reseal.js', import.meta.url))
  if (!existsSync(program)) throw new CliError('The worker is not built here: run "pnpm build", or "pnpm reseal" where it is')
  return (
    spawnSync(process.execPath, [program, ...(values['dry-run'] ? ['--dry-run'] : [])], { env: environment, stdio: 'inherit' }).status ?? 1
  )
}

function messageOf(thrown: unknown): string {
  if (thrown instanceof LinkspanError) {
    const lines = (thrown.problem?.errors ?? []).map(({ path, message }) => `  ${path}: ${message}`)
    return [thrown.problem?.detail ?? thrown.message, ...lines, ...(thrown.problem ? [thrown.problem.hint] : [])].join('\n')
  }
  if (thrown instanceof TypeError && /fetch failed/.test(thrown.message)) return 'The API does not answer: check --url or LINKSPAN_URL'
  return thrown instanceof Error ? thrown.message : String(thrown)
}
