import type { ErrorDefinition } from './error-kind.ts'

/** What can be wrong with a file that an ERP left for us. Part of the catalogue. */
export const fileErrors = {
  'file.unreadable': {
    kind: 'setup',
    status: 409,
    title: 'The file cannot be read',
    hint: "Compare the file with the format in the connection's settings; the preview proposes one. Else ask the sender for a sound file.",
  },
  'file.truncated': {
    kind: 'transient',
    status: 503,
    title: 'The file is cut short',
    hint: 'It may still be on its way: we read it again. If it lasts, let the sender write it under another name and rename it at the end.',
  },
  'file.too-large': {
    kind: 'setup',
    status: 409,
    title: 'The file is too large',
    hint: "Let the sender split the file, or raise the limits in the connection's settings.",
  },
  'file.locked': {
    kind: 'setup',
    status: 409,
    title: 'The file cannot be decrypted',
    hint: 'Give the sender our public key, or add the private key and passphrase that the file was encrypted for.',
  },
  'file.untrusted': {
    kind: 'setup',
    status: 409,
    title: 'The file is not signed by the partner',
    hint: 'Nothing of it was taken. Ask the partner whether the file is theirs, and enter the public key they sign with.',
  },
} as const satisfies Record<string, ErrorDefinition>
