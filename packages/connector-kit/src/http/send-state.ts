import { systemStopwatch } from '@linkspan/core/connector'
import { DecoratorHandler, type Dispatcher } from 'undici'

/** How far a request has come. Whoever sends it makes one; the client writes into it. */
export interface SendState {
  /** False: the ERP has not heard of it, or has sent it away at the door. True from the moment at which its first byte may leave. */
  mayHaveArrived: boolean
  /** When its first byte could leave, by `systemStopwatch`; null before that. */
  leftAt: number | null
}

export const notSentYet = (): SendState => ({ mayHaveArrived: false, leftAt: null })

/** Writes into `reach` when there is a connection, secured and allowed, that a request is about to be written to. */
export const trackSend =
  (reach: SendState): Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (options, handler) => {
    const inner = new DecoratorHandler(handler) as Dispatcher.DispatchHandler
    return dispatch(options, {
      onRequestStart(controller, context) {
        inner.onRequestStart?.(controller, context)
        if (controller.aborted) return
        reach.mayHaveArrived = true
        reach.leftAt = systemStopwatch()
      },
      onRequestUpgrade: (...upgrade) => inner.onRequestUpgrade?.(...upgrade),
      onResponseStart: (...start) => inner.onResponseStart?.(...start),
      onResponseData: (...data) => inner.onResponseData?.(...data),
      onResponseEnd: (...end) => inner.onResponseEnd?.(...end),
      onResponseError: (...error) => inner.onResponseError?.(...error),
    })
  }
