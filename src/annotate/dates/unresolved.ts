import type { Expression } from './expression.js'

/** The TIMEX3 value of an expression that nothing anchors: `XXXX-01-09`, `XXXX-WXX-5`, `XXXX-Q3`. */
export function unresolvedValue(expression: Expression): string {
  switch (expression.kind) {
    case 'calendar':
      return `XXXX-${two(expression.month)}${expression.day === null ? '' : `-${two(expression.day)}`}`
    case 'weekday':
      return `XXXX-WXX-${expression.weekday}`
    case 'part':
      return expression.unit === 'season'
        ? `XXXX-${['SP', 'SU', 'FA', 'WI'][expression.number - 1]}`
        : `XXXX-${expression.unit === 'half' ? 'H' : 'Q'}${expression.number}`
    case 'holiday':
      return 'month' in expression.rule && 'day' in expression.rule
        ? `XXXX-${two(expression.rule.month)}-${two(expression.rule.day)}`
        : 'XXXX-XX-XX'
    case 'time':
      return `${expression.of ? unresolvedValue(expression.of) : 'XXXX-XX-XX'}T${expression.clock}`
    case 'relative':
      if (expression.by === 0 && expression.anchor === 'now') return 'PRESENT_REF'
      return UNITS[expression.unit] ?? 'XXXX'
    case 'modified':
      return unresolvedValue(expression.of)
    case 'offset':
      return expression.direction < 0 ? 'PAST_REF' : 'FUTURE_REF'
    default:
      return 'XXXX-XX-XX'
  }
}

const UNITS: Readonly<Record<string, string>> = {
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  weekend: 'XXXX-WXX-WE',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
}

const two = (number: number) => String(number).padStart(2, '0')
