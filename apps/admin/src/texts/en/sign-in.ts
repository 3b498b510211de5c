export const signIn = {
  title: 'Sign in',
  key: 'API key',
  hint: 'The key is exchanged for a session of this browser. It is not kept here.',
  action: 'Sign in',
  pending: 'Signing in…',
  wrong: 'This key is not known to the installation.',
} as const
