import { z } from 'zod'
import { about } from './variable.ts'

/** The environment variables by which people tell one installation from another. */
export const installationVariables = {
  INSTALLATION_NAME: about(
    z.string().trim().min(1).max(40, 'must have at most 40 characters').optional(),
    'The name of this installation, which the admin pages show to those who are signed in.',
    'acme-prod',
  ),
  INSTALLATION_COLOR: about(
    z
      .string()
      .regex(/^#?[0-9a-fA-F]{6}$/, 'must be six hex digits')
      .transform((text) => `#${text.replace('#', '').toLowerCase()}`)
      .optional(),
    'The colour that marks this installation in the admin pages, as six hex digits.',
    'b3261e',
  ),
}
