import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A process of its own that answers one question at a time, and may tell something without being asked. */
export interface Child<Question, Answer, News = never> extends AsyncDisposable {
  readonly pid: number
  ask(question: Question): Promise<Answer>
  onNews(listener: (news: News) => void): void
}

type Message<Answer, News> = { readonly answer: Answer } | { readonly news: News } | { readonly error: string }

/** Starts a TypeScript file as `answerParent` expects it; our packages come compiled there. It ends with us, and by SIGKILL when it is disposed. */
export function startChild<Question, Answer, News = never>(module: URL): Child<Question, Answer, News> {
  const child = fork(fileURLToPath(module), {
    execArgv: ['--import', 'tsx'],
    env: { NODE_ENV: 'production' },
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let listener: (news: News) => void = () => {}
  let settle: { resolve(answer: Answer): void; reject(error: Error): void } | null = null
  child.on('message', (message: Message<Answer, News>) => {
    if ('news' in message) listener(message.news)
    else if ('answer' in message) settle?.resolve(message.answer)
    else settle?.reject(new Error(message.error))
  })
  child.once('exit', (code) => settle?.reject(new Error(`${module.pathname} ended with ${code}`)))

  return {
    pid: child.pid ?? 0,
    ask: (question) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject }
        child.send({ question })
      }),
    onNews(next) {
      listener = next
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await exited
    },
  }
}

/** The child's side: answers questions until the parent is gone. */
export function answerParent<Question, Answer>(work: (question: Question) => Promise<Answer>): void {
  process.on('message', ({ question }: { readonly question: Question }) => {
    work(question).then(
      (answer) => process.send?.({ answer }),
      (error: Error) => process.send?.({ error: error.stack ?? error.message }),
    )
  })
  process.once('disconnect', () => process.exit())
}

/** The child's side: tells the parent something without being asked. */
export const tellParent = (news: unknown): void => void process.send?.({ news })
