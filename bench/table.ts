/** Lines of cells, the first line their headings, with every column as wide as its widest cell. */
export function table(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const row = (line: readonly string[]) =>
    `| ${line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' | ')} |`
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  const [headings, ...rest] = lines
  return [row(headings!), rule, ...rest.map(row)].join('\n')
}

/** Two figures, or whole numbers from ten on. */
export function figure(value: number | null): string {
  if (value === null) return '–'
  return value >= 10 ? Math.round(value).toLocaleString('en') : value.toPrecision(2)
}
