/** Every text of the pages in English. `de.ts` must have the same. */
export const en = {
  title: 'Linkspan',
  skip: 'Skip to the content',
  signIn: {
    title: 'Sign in',
    key: 'API key',
    hint: 'The key is exchanged for a session of this browser. It is not kept here.',
    action: 'Sign in',
    pending: 'Signing in…',
    wrong: 'This key is not known to the installation.',
  },
  signOut: 'Sign out',
  navigation: { label: 'Pages', connections: 'Connections', queues: 'Queues' },
  connections: {
    title: 'ERP connections',
    empty: 'A connection is one way to one ERP: where it is, how to sign in there, and which data to exchange.',
    create: 'New ERP Connection',
    name: 'Name',
    provider: 'Provider',
    method: 'Method',
    status: 'Status',
  },
  loading: 'Still asking…',
  tryAgain: 'Try again',
} as const

type Widened<Texts> = { readonly [Key in keyof Texts]: Texts[Key] extends string ? string : Widened<Texts[Key]> }
export type Texts = Widened<typeof en>
