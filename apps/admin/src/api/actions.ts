import { ok } from '@linkspan/client'
import { api } from './client.ts'

/** What the pages change: one function an action. */
export const signIn = (key: string) => ok(api.POST('/session', { body: { key } }))
export const signOut = () => ok(api.DELETE('/session'))
