/** Counts and times, in the text format that Prometheus reads (version 0.0.4 of its exposition formats). */
export type Labels = Readonly<Record<string, string>>

export interface Metrics {
  /** Something that is counted up. @returns what counts it */
  counter(name: string, help: string): (labels?: Labels) => void
  /** How often values lie below each of these bounds. @returns what takes a value */
  histogram(name: string, help: string, bounds: readonly number[]): (value: number) => void
  /** What stands at the moment: one value, or one for each label. */
  gauge(name: string, help: string, read: () => number | readonly (readonly [Labels, number])[]): void
  text(): string
}

export function makeMetrics(): Metrics {
  const families: (() => string[])[] = []
  const family = (name: string, type: string, help: string, samples: () => string[]) =>
    families.push(() => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples()])
  return {
    counter(name, help) {
      const counts = new Map<string, number>()
      family(name, 'counter', help, () => [...counts].map(([key, count]) => `${key} ${count}`))
      return (labels = {}) => {
        const key = series(name, labels)
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    },
    histogram(name, help, bounds) {
      const below = bounds.map(() => 0)
      let count = 0
      let sum = 0
      family(name, 'histogram', help, () => [
        ...bounds.map((bound, i) => `${series(`${name}_bucket`, { le: String(bound) })} ${below[i]}`),
        `${series(`${name}_bucket`, { le: '+Inf' })} ${count}`,
        `${name}_sum ${sum}`,
        `${name}_count ${count}`,
      ])
      return (value) => {
        count++
        sum += value
        bounds.forEach((bound, i) => {
          if (value <= bound) below[i]!++
        })
      }
    },
    gauge(name, help, read) {
      family(name, 'gauge', help, () => {
        const values = read()
        if (typeof values === 'number') return [`${name} ${values}`]
        return values.map(([labels, value]) => `${series(name, labels)} ${value}`)
      })
    },
    text: () => `${families.flatMap((samples) => samples()).join('\n')}\n`,
  }
}

function series(name: string, labels: Labels): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escaped(value)}"`)
  return pairs.length > 0 ? `${name}{${pairs.join(',')}}` : name
}

const escaped = (value: string) =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
