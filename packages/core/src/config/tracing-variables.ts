import { z } from 'zod'
import { about, aboutSecret, truth, url } from './variable.ts'

/** The environment variables for tracing. Those with OTEL_ are OpenTelemetry's own, and its SDK reads them, and further ones, itself. */
export const tracingVariables = {
  OTEL_EXPORTER_OTLP_ENDPOINT: about(
    url(['http:', 'https:']).optional(),
    'Switches tracing on: the OpenTelemetry collector to which traces are sent by OTLP over HTTP. Default: nothing is traced.',
    'http://collector:4318',
  ),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: about(
    url(['http:', 'https:']).optional(),
    'The same, as the whole URL for traces.',
    'http://collector:4318/v1/traces',
  ),
  OTEL_TRACES_EXPORTER: about(
    z.enum(['otlp', 'none'], { error: 'must be otlp or none' }).optional(),
    'none switches tracing off whatever the endpoint; otlp switches it on with a collector on this machine.',
    'otlp',
  ),
  OTEL_SDK_DISABLED: about(truth.optional(), 'true switches tracing off whatever else is set.', 'true'),
  OTEL_EXPORTER_OTLP_PROTOCOL: about(
    z.enum(['http/protobuf', 'http/json'], { error: 'must be http/protobuf or http/json' }).default('http/protobuf'),
    'How traces are written.',
    'http/protobuf',
  ),
  OTEL_EXPORTER_OTLP_HEADERS: aboutSecret(
    z.string().optional(),
    'Headers for the collector, such as its credentials, as name=value with commas in between.',
    'api-key=secret',
  ),
  OTEL_SERVICE_NAME: about(
    z.string().min(1).optional(),
    'The name of the service in traces. Default: linkspan-api and linkspan-worker.',
    'linkspan-api',
  ),
  OTEL_TRACES_SAMPLER: about(
    z
      .enum(['always_on', 'always_off', 'traceidratio', 'parentbased_always_on', 'parentbased_always_off', 'parentbased_traceidratio'], {
        error: 'must be one of the samplers of OpenTelemetry, such as parentbased_traceidratio',
      })
      .optional(),
    'Which traces are kept. Default: parentbased_always_on, all but those whose caller says no.',
    'parentbased_traceidratio',
  ),
  OTEL_TRACES_SAMPLER_ARG: about(z.string().optional(), 'The share of the traces that is kept, for the samplers with traceidratio.', '0.1'),
  TRACEPARENT_TO_ERPS: about(
    truth.default(false),
    'Whether calls to ERPs carry the header traceparent, so that an ERP can continue the trace. Webhooks always do.',
    'true',
  ),
}
