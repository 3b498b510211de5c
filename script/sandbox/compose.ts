import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { until } from './until.ts'

const execute = promisify(execFile)
const maxOutput = 64 * 1024 * 1024

/** One Compose project, isolated from others. Disposing removes its containers, data and images. */
export interface Project extends AsyncDisposable {
  /** Runs a Compose command. Resolves with its output; rejects if it does not exit with 0. */
  compose(...args: readonly string[]): Promise<string>
  /** The ids of the containers of these services, including stopped ones. */
  containers(...services: readonly string[]): Promise<readonly string[]>
}

/** `command` is how to run Compose on this machine: `docker compose` or `docker-compose`. */
export function createProject(command: string, version: string, env: Readonly<Record<string, string>>): Project {
  const name = `linkspan-${version}`
  const [program = '', ...first] = [...command.split(' '), '--project-name', name, '--profile', 'demo']
  const compose = (...args: readonly string[]) => run(program, [...first, ...args], { ...env, VERSION: version })
  const containersOf = async (service: string) => {
    const labels = [`project=${name}`, `service=${service}`].flatMap((label) => ['--filter', `label=com.docker.compose.${label}`])
    return (await docker('ps', '--all', '--quiet', ...labels)).split('\n').filter(Boolean)
  }
  return {
    compose,
    containers: async (...services) => (await Promise.all(services.map(containersOf))).flat(),
    async [Symbol.asyncDispose]() {
      await compose('down', '--volumes', '--remove-orphans')
      await docker('image', 'rm', '--force', `linkspan:${version}`, `linkspan-simulator:${version}`)
    },
  }
}

export const docker = (...args: readonly string[]): Promise<string> => run('docker', args, {})

/** The output of `docker inspect` for a container or an image, with a format template. */
export const inspect = (id: string, template: string): Promise<string> => docker('inspect', '--format', template, id)

export const healthy = (id: string): Promise<void> =>
  until(`container ${id} is healthy`, async () => (await inspect(id, '{{.State.Health.Status}}')) === 'healthy')

export interface Stop {
  readonly container: string
  readonly seconds: number
  readonly exitCode: string
}

/** Stops all containers at once: with SIGTERM, and with SIGKILL after 30 seconds. */
export const stop = (containers: readonly string[]): Promise<readonly Stop[]> =>
  Promise.all(
    containers.map(async (id) => {
      const begun = performance.now()
      await docker('stop', '--time', '30', id)
      const seconds = (performance.now() - begun) / 1000
      return { container: await inspect(id, '{{.Name}}'), seconds, exitCode: await inspect(id, '{{.State.ExitCode}}') }
    }),
  )

async function run(program: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const { stdout } = await execute(program, [...args], { env: { ...process.env, ...env }, maxBuffer: maxOutput })
  return stdout.trim()
}
