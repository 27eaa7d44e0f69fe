import { expect, test } from 'vitest'
import { makeMetrics } from '../../src/lib/metrics.js'

test('GIVEN counts, times and what stands at the moment THEN they are told as Prometheus reads them', () => {
  const metrics = makeMetrics()
  const count = metrics.counter('asked_total', 'What was asked.')
  count({ by: 'command' })
  count({ by: 'command' })
  count({ by: 'a "quoted"\\line\n' })
  const time = metrics.histogram('took_seconds', 'How long it took.', [0.1, 1])
  for (const value of [0.05, 0.1, 0.5, 7]) time(value)
  metrics.gauge('waiting', 'Who waits.', () => 3)
  metrics.gauge('delay', 'How late.', () => [[{ quantile: '0.99' }, 0.002]])
  expect(metrics.text().split('\n')).toEqual([
    '# HELP asked_total What was asked.',
    '# TYPE asked_total counter',
    'asked_total{by="command"} 2',
    'asked_total{by="a \\"quoted\\"\\\\line\\n"} 1',
    '# HELP took_seconds How long it took.',
    '# TYPE took_seconds histogram',
    'took_seconds_bucket{le="0.1"} 2',
    'took_seconds_bucket{le="1"} 3',
    'took_seconds_bucket{le="+Inf"} 4',
    'took_seconds_sum 7.65',
    'took_seconds_count 4',
    '# HELP waiting Who waits.',
    '# TYPE waiting gauge',
    'waiting 3',
    '# HELP delay How late.',
    '# TYPE delay gauge',
    'delay{quantile="0.99"} 0.002',
    '',
  ])
})
