/** The sum of the features, each times its coefficient. */
export function weigh<T extends { readonly [Name in keyof T]: number }>(
  features: T,
  coefficients: T,
): number {
  let score = 0
  for (const name in features) score += features[name] * coefficients[name]
  return score
}
