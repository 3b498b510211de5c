export const signIn = {
  title: 'Sign in',
  key: 'API key',
  hint: 'The key is exchanged for a session of this browser. It is not kept here.',
  action: 'Sign in',
  again: 'Sign in again',
  whyAgain: 'Your session has ended. The page stays as it is, with everything that you have typed.',
  pending: 'Signing in…',
  wrong: 'This key is not known to the installation.',
} as const
