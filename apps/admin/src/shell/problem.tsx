import { LinkspanError } from '@linkspan/client'
import { ProblemBox } from '../parts/problem-box/problem-box.tsx'
import { texts } from '../texts/texts.ts'

/** A failed request in the words of the API. */
export function problem(error: Error, again?: () => void) {
  const told = error instanceof LinkspanError ? error.problem : null
  return (
    <ProblemBox
      title={told?.title ?? texts.unreachable.title}
      detail={told?.detail ?? texts.unreachable.detail}
      hint={told?.hint}
      requestId={told?.requestId}
      {...(again && { again: { label: texts.tryAgain, onPress: again } })}
    />
  )
}
