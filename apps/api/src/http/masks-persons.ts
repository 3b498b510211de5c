import { type Caller, mayAct } from '@linkspan/core'

/** Whether values of persons are hidden from a caller. */
export const masksPersons = ({ role }: Pick<Caller, 'role'>): boolean => !mayAct(role, 'operator')
