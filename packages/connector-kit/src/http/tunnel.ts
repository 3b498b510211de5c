import { request } from 'node:http'
import { request as secureRequest } from 'node:https'
import type { Socket } from 'node:net'
import { AppError } from '@linkspan/core/connector'

/** What a proxy is sent to open a tunnel: its user and password, if its address has them. */
function proxyAuthorization({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === '') return {}
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` }
}

/** A connection to a host and port through a proxy. Throws `remote.unreachable` if the proxy does not open it. */
export const openTunnel = (proxy: URL, host: string, port: number, signal: AbortSignal): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const place = `${host.includes(':') ? `[${host}]` : host}:${port}`
    const send = proxy.protocol === 'https:' ? secureRequest : request
    const asked = send(proxy, { method: 'CONNECT', path: place, headers: { host: place, ...proxyAuthorization(proxy) }, signal })
    asked.once('connect', ({ statusCode }, socket) => {
      if (statusCode === 200) return resolve(socket as Socket)
      socket.destroy()
      reject(refusedByProxy(place, statusCode ?? 0))
    })
    asked.once('response', ({ statusCode }) => reject(refusedByProxy(place, statusCode ?? 0)))
    asked.once('error', reject)
    asked.end()
  })

const refusedByProxy = (place: string, status: number): AppError =>
  new AppError('remote.unreachable', `${place}: the proxy does not open a connection there, it answers HTTP ${status}`, {
    details: { status },
  })
