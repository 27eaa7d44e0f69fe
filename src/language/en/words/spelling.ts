/**
 * Spellings of several countries as one: by how words end, so that a word need not be listed. What comes of a rule is
 * no word that anybody reads but a form to index; it matters only that no two words become one.
 */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  // recognize, organization, analyze
  [/^(.{3,})iz(e[dsr]?|ers|ing|ations?|ational|able)$/, '$1is$2'],
  [/^(.{3,})yz(e[dsr]?|ers|ing)$/, '$1ys$2'],
  // colour, harboured, favourite
  [/^(.{3,})our(s|ed|ing|able|ite|ites|ful|less|ly|er|ers|al|ally|hood|hoods|ist|ists)?$/, '$1or$2'],
  // centre, theatres, fibre
  [/^(.{2,}[tb])re(s|d)?$/, '$1er$2'],
  // catalogue, dialogues
  [/^(.{3,})ogue(s|d)?$/, '$1og$2'],
  // programme
  [/^(.{3,}[^aeiou])amme(s)?$/, '$1am$2'],
  // defence, offence, licence, pretence
  [/^(def|off|lic|pret)ence(s|d|less)?$/, '$1ense$2'],
  // burnt, learnt, dreamt, spilt
  [/^(bur|lear|drea|spi|spe|lea|spoi)(n|m|l|p)t$/, '$1$2ed'],
  // anaesthetic, paediatric, haemorrhage, foetus, manoeuvre, diarrhoea, encyclopaedia
  [/^(an|)aesth/, '$1esth'],
  [/(p|h|f|h)ae(d|m|c)/, '$1e$2'],
  [/^oe(s|d)/, 'e$1'],
  [/foet/, 'fet'],
  [/manoeuv(?:re|er)/, 'maneuver'],
  [/rrhoea/, 'rrhea'],
]

/** Words of which the two spellings differ in no way that others do. */
const SINGLE = new Map(
  `grey gray, plough plow, ploughed plowed, sceptic skeptic, sceptical skeptical,
  scepticism skepticism, mould mold, ageing aging, judgement judgment, acknowledgement
  acknowledgment, aluminium aluminum, aeroplane airplane, artefact artifact,
  cosy cozy, pyjamas pajamas, draught draft, moustache mustache, speciality specialty, enquiry inquiry, enquiries
  inquiries, fulfil fulfill, instalment installment, skilful skillful, jewellery jewelry,
  storey story, storeys stories, kerb curb, gaol jail, mum mom, tonne ton, yoghurt yogurt`
    .split(',')
    .map((pair) => pair.trim().split(/\s+/) as [string, string]),
)

/** A word in small letters, in the one spelling that it is indexed by. */
export function oneSpelling(word: string): string {
  const single = SINGLE.get(word)
  if (single !== undefined) return single
  const singular = word.endsWith('s') ? SINGLE.get(word.slice(0, -1)) : undefined
  if (singular !== undefined) return `${singular}s`
  for (const [ending, form] of ENDINGS) {
    if (ending.test(word)) return word.replace(ending, form)
  }
  return word
}
