import { isNodeNewEnough } from '@linkspan/core/check-node'

// An old Node reads no more than this file and the check: the program itself would be a syntax error to it.
if (isNodeNewEnough()) import('./reseal-program.ts')
