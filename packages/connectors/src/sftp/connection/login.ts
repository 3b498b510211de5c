import { hash } from 'node:crypto'
import { AppError } from '@linkspan/core/connector'
import type { AuthHandlerMiddleware, ConnectConfig } from 'ssh2'
import type { SftpCredentials } from './credentials.ts'

/** "SHA256:…" of a host key, as `ssh-keygen -l` prints it (docs/erp/sftp-files.md#host-keys). */
export const fingerprintOf = (hostKey: Buffer): string => `SHA256:${hash('sha256', hostKey, 'base64').replace(/=+$/, '')}`

const withoutPadding = (fingerprint: string): string => fingerprint.replace(/=+$/, '')

/** Throws if the host key that the server shows is not the saved one. */
export function assertHostKey(shown: string, saved: string | undefined, place: string): void {
  if (saved === undefined) {
    throw new AppError(
      'setup.host-key-unconfirmed',
      `${place} shows the host key ${shown}. Compare it with what its operator says, then save it as credentials.sftpHostFingerprint`,
      { details: { fingerprint: shown } },
    )
  }
  if (withoutPadding(saved) !== withoutPadding(shown)) {
    throw new AppError('setup.host-key-changed', `${place} shows the host key ${shown}, but ${saved} was saved for it`, {
      details: { fingerprint: shown, saved },
    })
  }
}

/**
 * Offers each credential at most once, when the server asks for it: servers lock accounts after a few failed attempts
 * (docs/erp/sftp-files.md#logins). A password is sent either directly or in answer to the server's prompt, never both.
 */
export function offerOnce({
  sftpUsername: username,
  sftpPassword,
  sftpPrivateKey,
  sftpPassphrase,
}: SftpCredentials): AuthHandlerMiddleware {
  const left = [...(sftpPrivateKey === undefined ? [] : ['key' as const]), ...(sftpPassword === undefined ? [] : ['password' as const])]
  let hasAsked = false
  return (methods, _partial, next) => {
    if (!hasAsked) {
      hasAsked = true
      return next({ type: 'none', username })
    }
    const taken = (one: 'key' | 'password') => left.splice(left.indexOf(one), 1)
    if (left.includes('key') && methods.includes('publickey')) {
      taken('key')
      return next({
        type: 'publickey',
        username,
        key: sftpPrivateKey ?? '',
        ...(sftpPassphrase !== undefined && { passphrase: sftpPassphrase }),
      })
    }
    if (left.includes('password') && methods.includes('password')) {
      taken('password')
      return next({ type: 'password', username, password: sftpPassword ?? '' })
    }
    if (left.includes('password') && methods.includes('keyboard-interactive')) {
      taken('password')
      const prompt = (...[, , , prompts, finish]: Parameters<KeyboardInteractive>) => finish(prompts.map(() => sftpPassword ?? ''))
      return next({ type: 'keyboard-interactive', username, prompt })
    }
    return next(false as never)
  }
}
type KeyboardInteractive = (
  name: string,
  instructions: string,
  lang: string,
  prompts: readonly unknown[],
  finish: (answers: string[]) => void,
) => void

/** A silent connection is probed every 10 seconds and given up after three probes without an answer. */
export const keepAlive: Pick<ConnectConfig, 'keepaliveInterval' | 'keepaliveCountMax'> = { keepaliveInterval: 10_000, keepaliveCountMax: 3 }
