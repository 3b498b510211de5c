import { type components, type ERPConnectionTestResult, ok } from '@linkspan/client'
import { api } from './client.ts'

export type ConnectionDraft = components['schemas']['ERPConnectionDraftInput']
export type ConnectionCheck = components['schemas']['ERPConnectionCheck']

/** How far a test has come. What is not known yet is absent. */
export interface TestState {
  readonly planned: readonly { readonly name: string }[]
  readonly checks: readonly ConnectionCheck[]
  readonly result?: ERPConnectionTestResult
}

/** Starts the test of a connection, and returns its id. */
export async function startTest(id: string): Promise<string> {
  const { response } = await answered(
    api.POST('/erp/connections/{id}/test', { params: { path: { id }, header: { prefer: 'respond-async' } } }),
  )
  return response.headers.get('location')?.split('/').at(-1) ?? ''
}

/** Starts the test of a connection that is not stored, and returns its id. */
export const startDraftTest = async (draft: ConnectionDraft): Promise<string> =>
  (await ok(api.POST('/erp/connection-tests', { body: draft }))).id

async function answered<Answer extends { readonly response: Response }>(answer: Promise<Answer>): Promise<Answer> {
  await ok(answer)
  return answer
}

const resultOf = (id: string) => ok(api.GET('/erp/connection-tests/{id}', { params: { path: { id } } }))

/** Tells each state of a test, until it has ended. A stream that breaks is taken up again by the browser. */
export function watchTest(id: string, tell: (state: TestState) => void, signal: AbortSignal): Promise<TestState> {
  let state: TestState = { planned: [], checks: [] }
  const events = new EventSource(`/api/v1/erp/connection-tests/${id}/events`)
  const change = (next: TestState) => {
    state = next
    tell(state)
  }
  return new Promise<TestState>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
    const end = (result: ERPConnectionTestResult) => {
      change({ ...state, checks: result.details.checks, result })
      resolve(state)
    }
    events.addEventListener('planned', ({ data }) => change({ planned: JSON.parse(data).checks, checks: [] }))
    events.addEventListener('check', ({ data }) => change({ ...state, checks: [...state.checks, JSON.parse(data)] }))
    events.addEventListener('end', ({ data }) => end(JSON.parse(data)))
    events.addEventListener('error', () => {
      if (events.readyState !== EventSource.CLOSED) return
      resultOf(id).then((result) => ('success' in result ? end(result) : reject(new Error('The test is not watched any more'))), reject)
    })
  }).finally(() => events.close())
}
