/** A minimal client of the API. */
export interface Client {
  call<Answer>(method: string, path: string, body?: unknown, more?: Readonly<Record<string, string>>): Promise<Answer>
  /** Yields the data of each server-sent event until the server ends the stream. */
  events<Data>(path: string): AsyncGenerator<Data>
}

export function createClient(baseUrl: string, key: string): Client {
  const headers = { authorization: `Bearer ${key}` }
  return {
    async call<Answer>(method: string, path: string, body?: unknown, more: Readonly<Record<string, string>> = {}): Promise<Answer> {
      const response = await fetch(`${baseUrl}${path}`, {
        method,
        headers: { ...headers, ...more, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const answer = (response.status === 204 ? null : await response.json()) as Answer & { detail?: string }
      if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${answer.detail}`)
      return answer
    },
    async *events<Data>(path: string): AsyncGenerator<Data> {
      const response = await fetch(`${baseUrl}${path}`, { headers })
      if (!response.ok || !response.body) throw new Error(`GET ${path} answered ${response.status}`)
      let text = ''
      for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
        text += chunk
        const events = text.split('\n\n')
        text = events.pop() ?? ''
        for (const event of events) {
          const data = event.split('\n').find((line) => line.startsWith('data: '))
          if (data) yield JSON.parse(data.slice('data: '.length)) as Data
        }
      }
    },
  }
}
