import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serveParent } from '../child.ts'

const references = new Set<string>()
let all = 0

const server = createServer(async (request, response) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const { ourReference } = JSON.parse(Buffer.concat(parts).toString()) as { readonly ourReference: string }
  references.add(ourReference)
  all += 1
  const answer = JSON.stringify({ id: `ERP-${all}`, ourReference })
  response.writeHead(201, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) }).end(answer)
})
server.keepAliveTimeout = 600_000

serveParent(async (request: 'start' | 'count'): Promise<string> => {
  if (request === 'count') return JSON.stringify({ different: references.size, all })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
