import { z } from 'zod'
import { Incident } from '../incidents/incident.ts'

/** An incident that a route may have to tell. There is one for each cause and place, with the incident as it stands. */
export const Notice = z.object({
  subject: z.string().describe('See `subjectOf`.'),
  incident: Incident,
  isTest: z.literal(true).optional().describe('Somebody has asked for it: it is told at once, whatever the rules of the route.'),
})
export type Notice = Readonly<z.infer<typeof Notice>>
