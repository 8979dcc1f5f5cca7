import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** What is counted. No label tells about a patient: each has few values, all of them our own words. */
export interface Metrics {
  readonly request: (route: string, method: string, status: number, seconds: number) => void
  readonly refused: (why: string) => void
  readonly shown: (service: string, statement: string) => void
  readonly feedback: (service: string, outcome: string) => void
  readonly dropped: (count: number) => void
  readonly storeUp: (isUp: boolean) => void
  /** The text that Prometheus reads, and its content type. */
  readonly text: () => Promise<string>
  readonly contentType: string
}

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Counters and histograms of one service. */
export const createMetrics = (withProcess = true): Metrics => {
  const registry = new Registry()
  if (withProcess) collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const requests = new Counter({
    name: 'crampwise_requests_total',
    help: 'Requests answered, by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    registers,
  })
  const seconds = new Histogram({
    name: 'crampwise_request_seconds',
    help: 'Seconds from a request to its answer, by route.',
    labelNames: ['route'],
    buckets,
    registers,
  })
  const refused = new Counter({
    name: 'crampwise_refused_total',
    help: 'Requests turned away, by reason.',
    labelNames: ['why'],
    registers,
  })
  const shown = new Counter({
    name: 'crampwise_statements_total',
    help: 'Statements told in cards, by service.',
    labelNames: ['service', 'statement'],
    registers,
  })
  const feedback = new Counter({
    name: 'crampwise_feedback_total',
    help: 'Entries of feedback that were acknowledged, by service and outcome.',
    labelNames: ['service', 'outcome'],
    registers,
  })
  const dropped = new Counter({
    name: 'crampwise_cards_dropped_total',
    help: 'Cards that were not recorded because too many waited for the store.',
    registers,
  })
  const storeUp = new Gauge({
    name: 'crampwise_store_up',
    help: '1 when the store answers, 0 when it does not.',
    registers,
  })
  return {
    request: (route, method, status, took) => {
      requests.inc({ route, method, status })
      seconds.observe({ route }, took)
    },
    refused: (why) => {
      refused.inc({ why })
    },
    shown: (service, statement) => {
      shown.inc({ service, statement })
    },
    feedback: (service, outcome) => {
      feedback.inc({ service, outcome })
    },
    dropped: (count) => {
      dropped.inc(count)
    },
    storeUp: (isUp) => {
      storeUp.set(isUp ? 1 : 0)
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
