import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A child process that answers one request at a time, and may send events of its own. */
export interface Child<Request, Response, Event = never> extends AsyncDisposable {
  readonly pid: number
  ask(request: Request): Promise<Response>
  onEvent(listener: (event: Event) => void): void
}

type Message<Response, Event> = { readonly response: Response } | { readonly event: Event } | { readonly error: string }

/**
 * Starts a TypeScript file that calls `serveParent`. It imports our packages compiled; with `fromSources` as sources, as the simulators are
 * never compiled. Ends with this process; disposing kills it.
 */
export function startChild<Request, Response, Event = never>(module: URL, { fromSources = false } = {}): Child<Request, Response, Event> {
  const child = fork(fileURLToPath(module), {
    execArgv: ['--import', 'tsx', ...(fromSources ? ['--conditions=@linkspan/source'] : [])],
    env: { NODE_ENV: 'production' },
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let listener: (event: Event) => void = () => {}
  let pending: { resolve(response: Response): void; reject(error: Error): void } | null = null
  child.on('message', (message: Message<Response, Event>) => {
    if ('event' in message) listener(message.event)
    else if ('response' in message) pending?.resolve(message.response)
    else pending?.reject(new Error(message.error))
  })
  child.once('exit', (code) => pending?.reject(new Error(`${module.pathname} ended with ${code}`)))

  return {
    pid: child.pid ?? 0,
    ask: (request) =>
      new Promise((resolve, reject) => {
        pending = { resolve, reject }
        child.send({ request })
      }),
    onEvent(next) {
      listener = next
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await exited
    },
  }
}

/** For the child: answers requests until the parent is gone. */
export function serveParent<Request, Response>(handle: (request: Request) => Promise<Response>): void {
  process.on('message', ({ request }: { readonly request: Request }) => {
    handle(request).then(
      (response) => process.send?.({ response }),
      (error: Error) => process.send?.({ error: error.stack ?? error.message }),
    )
  })
  process.once('disconnect', () => process.exit())
}

/** For the child: sends the parent an event. */
export const notifyParent = (event: unknown): void => void process.send?.({ event })
