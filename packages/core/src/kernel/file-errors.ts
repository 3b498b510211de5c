import type { ErrorDefinition } from './error-kind.ts'

/** The catalogue's errors for files that an ERP provides. */
export const fileErrors = {
  'file.unreadable': {
    kind: 'setup',
    status: 409,
    title: 'The file cannot be read',
    hint: "Compare the file with the format in the connection's settings; the preview proposes a format. If the file is damaged, ask the sender for a new one.",
  },
  'file.truncated': {
    kind: 'transient',
    status: 503,
    title: 'The file is cut short',
    hint: 'The sender may still be writing it, so Linkspan reads it again. If this goes on, ask the sender to write it under another name and to rename it when it is complete.',
  },
  'file.missing': {
    kind: 'setup',
    status: 409,
    title: 'An expected file has not come',
    hint: 'Ask the sender whether the file was written, and under which name. Once it is in the folder, the next sync reads it. If it is no longer sent every day, remove settings.files.<type>.expectedBy.',
  },
  'file.too-large': {
    kind: 'setup',
    status: 409,
    title: 'The file is too large',
    hint: "Ask the sender to split the file, or raise the limits in the connection's settings.",
  },
  'file.locked': {
    kind: 'setup',
    status: 409,
    title: 'The file cannot be decrypted',
    hint: "Enter the private key that the file was encrypted for, and its passphrase. Or give the sender the public key of the connection's private key.",
  },
  'file.untrusted': {
    kind: 'setup',
    status: 409,
    title: 'The file is not signed by the partner',
    hint: 'Nothing in it was stored. Ask the partner whether they sent the file, and enter the public key that they sign with.',
  },
} as const satisfies Record<string, ErrorDefinition>
