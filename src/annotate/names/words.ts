/** "ministers" → "minister", "secretaries" → "secretary", "spokesmen" → "spokesman". Lower case. */
export function singular(plural: string): string {
  if (plural.endsWith('men')) return `${plural.slice(0, -2)}an`
  return plural.endsWith('ies') ? `${plural.slice(0, -3)}y` : plural.slice(0, -1)
}
