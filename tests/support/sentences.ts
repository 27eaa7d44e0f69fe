import fc from 'fast-check'
import { articleFile } from './folder.js'

const PEOPLE = ['Ana Belova', 'Ivan Petrenko', 'Mary Orsk', 'Ingrid Solvang', 'Ilse Tjernov']
const THINGS = ['dam', 'bridge', 'harbour', 'talks', 'strike', 'flood', 'council', 'gates', 'sanctions']
const DEEDS = ['opened', 'closed', 'rejected', 'repaired', 'discussed', 'lost']
const PLACES = ['Lorne', 'Brekke', 'Halden', 'Geneva', 'Kyiv']

const sentence = fc
  .tuple(
    fc.constantFrom(...PEOPLE),
    fc.constantFrom(...DEEDS),
    fc.constantFrom(...THINGS),
    fc.constantFrom(...PLACES),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 2 }),
  )
  .map(([person, deed, thing, place, day, kind]) => {
    if (kind === 0) return `The ${thing} in ${place} was ${deed} on May ${day}, ${person} said.`
    if (kind === 1) return `“We will see the ${thing} ${deed} in ${place} before long,” said ${person}.`
    return `Workers ${deed} the ${thing} of ${place} on ${day} May 2023 while ${person} was there.`
  })

/** Files of articles with made-up news; the mark stands in the title, the outlet, a name and a sentence of each. */
export const newsFiles = (mark: string, least = 1, most = 4) =>
  fc
    .array(
      fc.record({
        day: fc.integer({ min: 1, max: 28 }),
        sentences: fc.array(sentence, { minLength: 1, maxLength: 4 }),
      }),
      { minLength: least, maxLength: most },
    )
    .map((articles) =>
      Object.fromEntries(
        articles.map(({ day, sentences }, index) => [
          `${mark.toLowerCase()}-${index}.md`,
          articleFile(
            {
              title: `Report ${index} of ${mark}ville`,
              outlet: `${mark} Gazette`,
              published: `2023-05-${String(day).padStart(2, '0')}`,
            },
            ...sentences,
            `“The ${mark}dam ${index} must be opened on May 9,” said Mayor Pavel ${mark}ov of ${mark}ville.`,
          ),
        ]),
      ),
    )

export const TOPICS = [...THINGS, ...PLACES, ...PEOPLE]
