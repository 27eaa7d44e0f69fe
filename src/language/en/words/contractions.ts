/**
 * Words that the Penn Treebank writes as two, with the form of the second; also contractions as people type them,
 * without an apostrophe. What is a word of its own without one ("its", "were", "well", "lets") is left out.
 */
export const CONTRACTIONS: ReadonlyMap<string, readonly [length: number, second: string]> = new Map([
  ...pairs('not', ['can|not']),
  ...pairs('na', ['gon|na', 'wan|na']),
  ...pairs('ta', ['got|ta']),
  ...pairs('me', ['gim|me', 'lem|me']),
  ...pairs("'s", [
    'who|s',
    'what|s',
    'where|s',
    'when|s',
    'why|s',
    'how|s',
    'that|s',
    'there|s',
    'he|s',
    'she|s',
  ]),
  ...pairs("n't", ['do|nt', 'does|nt', 'did|nt', 'is|nt', 'was|nt', 'are|nt', 'were|nt', 'wo|nt', 'ca|nt']),
  ...pairs("n't", ['could|nt', 'would|nt', 'should|nt', 'has|nt', 'have|nt', 'had|nt', 'ai|nt']),
  ...pairs("'re", ['they|re', 'you|re', 'what|re']),
  ...pairs("'ve", ['they|ve', 'you|ve', 'we|ve', 'i|ve']),
  ...pairs("'ll", ['they|ll', 'you|ll', 'that|ll']),
  ...pairs("'m", ['i|m']),
])

function pairs(second: string, words: readonly string[]): [string, readonly [number, string]][] {
  return words.map((word) => [word.replace('|', ''), [word.indexOf('|'), second]])
}
