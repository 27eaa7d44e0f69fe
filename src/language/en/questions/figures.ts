import type { FigureData, Hedge } from '../../events.js'

const hedged = (hedge: Hedge, list: string) =>
  list.split(',').map((phrase) => [phrase.replace(/\s+/g, ' ').trim(), hedge] as const)

export const figures: FigureData = {
  hedges: new Map([
    ...hedged(
      'over',
      'more than, over, at least, above, upwards of, no fewer than, no less than, in excess of',
    ),
    ...hedged(
      'under',
      'fewer than, less than, under, below, up to, as many as, as much as, at most, no more than',
    ),
    ...hedged(
      'about',
      'about, around, roughly, some, approximately, an estimated, estimated, nearly, almost, close to, circa, as few as',
    ),
  ]),
  multipliers: new Map([
    ['dozen', 12],
    ['hundred', 100],
    ['thousand', 1e3],
    ['million', 1e6],
    ['billion', 1e9],
    ['trillion', 1e12],
  ]),
  afterNumber: ['or so', 'or more', 'or fewer', 'of the', 'of its', 'of their', 'of'],
  alike: new Map(
    Object.entries({
      troops: 'soldiers servicemen servicewomen',
      people: 'persons men women residents inhabitants civilians',
      deaths: 'dead killed fatalities',
      injured: 'wounded hurt',
    }).flatMap(([noun, others]) => others.split(' ').map((other) => [other, noun] as const)),
  ),
}
