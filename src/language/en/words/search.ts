import porter from 'natural/lib/natural/stemmers/porter_stemmer.js'
import type { SearchData } from '../../language.js'
import { names } from '../names/names.js'
import { phrasalVerbs } from '../speech/phrasal-verbs.js'
import { irregularForms } from './irregular-forms.js'
import { relatedWords } from './related-words.js'
import { oneSpelling } from './spelling.js'

const words = (list: string) => new Set(list.trim().split(/\s+/))

const stopWords = words(`
    a about above according after again all also although always am among an and another any anybody anyone anything are
    amid aren arent along around as at be became because become been before behind being below beside between beyond both but by can cannot could
    couldnt cant wont mustnt aint did didnt do does doesnt doing done dont down during each either else even ever every for from
    further get gets give given go goes going got had hadnt has hasnt have havent having he her here hers herself
    hes him himself his how however i id if im in inside into is isnt it its itself ive just keep kept let lets like
    made make makes many may maybe me might more most much must my myself near neither never no nor not now of
    off often on once one only onto or other others our ours out outside over own per please quite rather really same
    she should shouldnt since so some somebody someone something still such take taken takes than that thats the
    their theirs them themselves then there theres these they theyd theyll theyre theyve this those though through thus to together too
    toward towards under until up upon us use used uses using very via was wasnt we were werent what whats
    whatever when whenever where whereas wherever whether which while who whoever whole whom whose why will with
    within without wont would wouldnt yet you youd youll your youre yours yourself youve tell know say says said
    mr mrs ms dr sir`)

const synonyms = new Map([
  ['u.s', 'usa'],
  ['u.s.a', 'usa'],
  ['united states', 'usa'],
  ['u.k', 'uk'],
  ['united kingdom', 'uk'],
  ['britain', 'uk'],
  ['u.n', 'un'],
  ['united nations', 'un'],
  ['e.u', 'eu'],
  ['european union', 'eu'],
  ['u.s.s.r', 'ussr'],
  ['soviet union', 'ussr'],
])

/** An adjective of a country and the country are one term, where the country's name is one word or an alias. */
function demonyms(): [string, string][] {
  return [...names.demonyms].flatMap(([adjective, country]): [string, string][] => {
    const term = synonyms.get(country) ?? (country.includes(' ') ? null : stem(country))
    if (!term || adjective.includes(' ') || stopWords.has(adjective)) return []
    return [
      [adjective, term],
      [`${adjective}s`, term],
    ]
  })
}

const stem = (word: string) => porter.stem(irregularForms.get(word) ?? oneSpelling(word))

/** With stems for base forms, as the words of a text are looked up. */
function stemmedVerbs(): Map<string, string> {
  return new Map(
    [...phrasalVerbs].map(([phrase, word]) => {
      const [verb = '', behind = ''] = phrase.split(' ')
      return [`${stem(verb)} ${behind}`, stem(word)]
    }),
  )
}

export const search: SearchData = {
  stopWords,
  aliases: new Map([...synonyms, ...demonyms()]),
  phrasalVerbs: stemmedVerbs(),
  light: words('start begin'),
  negations: words(`
    no not never none nobody nothing neither nor without cannot cant wont dont doesnt didnt isnt arent aint wasnt werent
    havent hasnt hadnt shouldnt wouldnt couldnt mustnt`),
  clauseStarters: words('i he she we they who which that and but because if'),
  fillers:
    words(`a an the this that these those it its is are was were am be been being i id im ive you youre he hes she
    we were they theyre them him her us me my your his their of to and or as at in on for with by do does did has
    have had will would so just really`),
  weak: words('want like need put go come take think see look turn become try let leave bring call'),
  numerals: new Map(
    [
      'one 1',
      'two ii 2',
      'three iii 3',
      'four iv 4',
      'five 5',
      'six vi 6',
      'seven vii 7',
      'eight viii 8',
      'nine ix 9',
      'ten 10',
      'eleven xi 11',
      'twelve xii 12',
    ].flatMap((line) => line.split(' ').map((form) => [form, line.split(' ')] as const)),
  ),
  existing:
    /^(?:held|happen(?:s|ed|ing)?|occur(?:s|red|ring)?|called|named|(?:call|name)s?\s+(?:an?|the|it|him|her|them|this|that))\b/i,
  nounAhead: /\b(?:the|an?|this|that|his|her|its|their)\s+$/i,
  measuring: /\bhow\s+$/i,
  related: relatedWords,
  stem,
}
