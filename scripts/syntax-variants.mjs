// Questions and relative clauses made of statements with their trees: news asks few questions, members ask all the time;
// and of relative clauses the parses of news are often wrong. "The storm hit the town on Friday" gives "what hit the
// town on Friday", "what did the storm hit", "when did the storm hit the town" and the like; with a second statement
// "the storm that hit the town sank two ships". Used by fit-syntax.mjs.

const { TAG, LABEL } = await import(new URL('../dist/src/text/syntax/inventory.js', import.meta.url))
const { verbLemmas } = await import(new URL('../dist/src/language/en/verbs.js', import.meta.url))

const SHORTEST = 3
const LONGEST = 14
/** What is left out of a statement before it is asked for. */
const LEFT_OUT = new Set(
  ['punct', 'mark', 'cc', 'conj', 'parataxis', 'advcl', 'discourse', 'dep', 'acl:relcl', 'appos'].map(
    (name) => LABEL[name],
  ),
)
const SUBJECTS = [LABEL.nsubj, LABEL.nsubjpass]
const PLURAL = [TAG.NNS]
/** What belongs to a noun even where it is a predicate. */
const OF_NOUNS = new Set(
  ['det', 'amod', 'compound', 'nmod', 'nmod:poss', 'nummod', 'acl'].map((name) => LABEL[name]),
)
const KEEPS_CAPITAL = [TAG.NNP, TAG.NNPS]
const NOUNS = [TAG.NN, TAG.NNS, TAG.NNP, TAG.NNPS]

/**
 * A question for the sentence, or null where none can be made of it.
 * @param sentence forms, tags, heads (from 1; 0 of the root), labels
 * @param random a number from 0 to 1 at each call
 */
export function questionFrom(sentence, random) {
  const nodes = nodesOf(sentence)
  const able = nodes.filter((node) => node.label === LABEL.root || node.label === LABEL.ccomp)
  const predicate = able[Math.floor(random() * able.length)]
  if (!predicate) return null
  const subject = predicate.children.find(({ label }) => SUBJECTS.includes(label))
  if (!subject || subject.at > predicate.at || [TAG.WP, TAG.WDT, TAG.EX].includes(subject.tag)) return null
  const make = predicate.children.some(({ label }) => label === LABEL.cop) ? askOfCopula : askOfVerb
  const words = make(predicate, subject, random)
  if (!words || words.length < SHORTEST || words.length > LONGEST) return null
  for (const word of words)
    if (word.at === 0 && !KEEPS_CAPITAL.includes(word.tag) && word.form !== 'I')
      word.form = word.form.toLowerCase()
  if (random() < 0.6)
    words.push(
      node(
        '?',
        TAG['.'],
        LABEL.punct,
        words.find(({ head }) => head === null),
      ),
    )
  return sentenceOf(words)
}

function nodesOf({ forms, tags, heads, labels }) {
  const nodes = forms.map((form, at) => ({
    form,
    at,
    tag: tags[at],
    label: labels[at],
    head: null,
    children: [],
  }))
  nodes.forEach((node, i) => {
    node.head = heads[i] > 0 ? nodes[heads[i] - 1] : null
    node.head?.children.push(node)
  })
  return nodes
}

const node = (form, tag, label, head) => ({ form, tag, label, head, children: [] })

/** The words of a subtree in order, without what is left out. */
function phrase(top, without = []) {
  const found = [top]
  for (const child of top.children) {
    if ((!LEFT_OUT.has(child.label) || child.tag === TAG.TO) && !without.includes(child))
      found.push(...phrase(child))
  }
  return found.sort((a, b) => a.at - b.at)
}

function sentenceOf(words) {
  const place = new Map(words.map((word, i) => [word, i + 1]))
  if (words.filter(({ head }) => head === null).length !== 1) return null
  if (words.some(({ head }) => head !== null && !place.has(head)) || crosses(words, place)) return null
  return {
    forms: words.map(({ form }, i) => (i === 0 ? form[0].toUpperCase() + form.slice(1) : form)),
    tags: words.map(({ tag }) => tag),
    heads: words.map(({ head }) => (head === null ? 0 : place.get(head))),
    labels: words.map(({ label }) => label),
  }
}

/** Whether two arcs cross: the parser makes no such trees. */
function crosses(words, place) {
  const arcs = words
    .filter(({ head }) => head !== null)
    .map((word) => [place.get(word), place.get(word.head)])
  const spans = arcs.map((arc) => arc.sort((a, b) => a - b))
  return spans.some(([a, b]) => spans.some(([c, d]) => a < c && c < b && b < d))
}

const oneOf = (list, random) => list[Math.floor(random() * list.length)]

function askOfVerb(predicate, subject, random) {
  predicate.head = null
  predicate.label = LABEL.root
  const kinds = [askSubject, askSubject, askAdverbial, askAdverbial, askYesNo]
  if (objectOf(predicate)) kinds.push(askObject, askObject)
  return oneOf(kinds, random)(predicate, subject, random)
}

const objectOf = (predicate) =>
  predicate.children.find((child) => child.label === LABEL.dobj && child.at > predicate.at)

/** "How many ships", "which ship", of a noun; null of others. */
function askedNoun(noun, random) {
  if (![TAG.NN, TAG.NNS].includes(noun.tag)) return null
  const rest = noun.children.filter(({ label }) =>
    [LABEL.det, LABEL.nummod, LABEL['nmod:poss'], LABEL.neg].includes(label),
  )
  const words = phrase(noun, rest)
  if (PLURAL.includes(noun.tag) && random() < 0.6) {
    const many = node('many', TAG.JJ, LABEL.amod, noun)
    return [node('how', TAG.WRB, LABEL.advmod, many), many, ...words]
  }
  const which = random() < 0.5 ? 'which' : 'what'
  return [node(which, which === 'which' ? TAG.WDT : TAG.WP, LABEL.det, noun), ...words]
}

function askSubject(predicate, subject, random) {
  const rest = phrase(predicate, [subject])
  if (rest.some((word) => word.head === predicate && word.at < subject.at)) return null
  const noun = random() < 0.5 ? askedNoun(subject, random) : null
  return [
    ...(noun ?? [node(oneOf(['who', 'who', 'what'], random), TAG.WP, subject.label, predicate)]),
    ...rest,
  ]
}

function askObject(predicate, subject, random) {
  const object = objectOf(predicate)
  const noun = random() < 0.4 ? askedNoun(object, random) : null
  const front = noun ?? [node(oneOf(['what', 'what', 'who'], random), TAG.WP, LABEL.dobj, predicate)]
  return inverted(front, predicate, subject, [object])
}

function askAdverbial(predicate, subject, random) {
  const adjuncts = predicate.children.filter(
    ({ label, at }) =>
      (label === LABEL['nmod:tmod'] || label === LABEL.nmod || label === LABEL.advmod) && at > predicate.at,
  )
  const dropped = adjuncts.length > 0 ? [oneOf(adjuncts, random)] : []
  const word = oneOf(['when', 'when', 'where', 'why', 'how'], random)
  if (word === 'how' && random() < 0.5) {
    const measure = node(oneOf(['long', 'far', 'often', 'much'], random), TAG.RB, LABEL.advmod, predicate)
    return inverted([node('how', TAG.WRB, LABEL.advmod, measure), measure], predicate, subject, dropped)
  }
  return inverted([node(word, TAG.WRB, LABEL.advmod, predicate)], predicate, subject, dropped)
}

const askYesNo = (predicate, subject) => inverted([], predicate, subject, [])

/** The auxiliary, or "do", before the subject. */
function inverted(front, predicate, subject, without) {
  let auxiliary = predicate.children.find(
    ({ label, at }) => (label === LABEL.aux || label === LABEL.auxpass) && at < predicate.at,
  )
  const rest = phrase(predicate, [subject, auxiliary, ...without].filter(Boolean))
  if (rest.some((word) => word.head === predicate && word.at < subject.at)) return null
  if (!auxiliary) {
    const form = { [TAG.VBD]: 'did', [TAG.VBZ]: 'does', [TAG.VBP]: 'do' }[predicate.tag]
    const lemma = verbLemmas().get(predicate.form.toLowerCase())
    if (!form || !lemma) return null
    auxiliary = node(form, predicate.tag, LABEL.aux, predicate)
    predicate.form = lemma
    predicate.tag = TAG.VB
  } else if (/^(?:'|wo$|ca$|sha$)/.test(auxiliary.form)) return null
  return [...front, auxiliary, ...phrase(subject), ...rest]
}

/** "Who is the judge", "what was the cause", "where is he", "how strong was the quake", "is he a judge". */
function askOfCopula(predicate, subject, random) {
  const copula = predicate.children.find(({ label }) => label === LABEL.cop)
  if (copula.at > predicate.at || copula.at < subject.at || /^['b]/.test(copula.form)) return null
  const asked = phrase(subject)
  const kind = random()
  if (NOUNS.includes(predicate.tag) && kind < 0.6) {
    const who =
      random() < 0.2
        ? node('where', TAG.WRB, LABEL.root, null)
        : node(oneOf(['who', 'who', 'what'], random), TAG.WP, LABEL.root, null)
    const own = predicate.children.filter(({ label }) => !OF_NOUNS.has(label))
    const [top, words] = random() < 0.5 ? [subject, asked] : [predicate, phrase(predicate, own)]
    top.head = who
    top.label = LABEL.nsubj
    copula.head = who
    return [who, copula, ...words]
  }
  const rest = phrase(predicate, [subject, copula])
  if (rest.some((word) => word.head === predicate && word.at < subject.at)) return null
  predicate.head = null
  predicate.label = LABEL.root
  if (predicate.tag === TAG.JJ && kind < 0.7) {
    const how = node('how', TAG.WRB, LABEL.advmod, predicate)
    const front = rest.filter(({ at }) => at <= predicate.at)
    if (front.length > 1) return null
    return [how, predicate, copula, ...asked, ...rest.filter(({ at }) => at > predicate.at)]
  }
  const why = random() < 0.5 ? [node(oneOf(['why', 'when'], random), TAG.WRB, LABEL.advmod, predicate)] : []
  return [...why, copula, ...asked, ...rest]
}

const LONGEST_RELATIVE = 8
const LONGEST_STATEMENT = 26

/**
 * A statement whose subject is described by a relative clause made of another; null where none can be made.
 * @param statement, other: forms, tags, heads (from 1; 0 of the root), labels
 */
export function relativeFrom(statement, other, random) {
  const main = clauseOf(statement)
  const clause = clauseOf(other)
  if (!main || !clause || !NOUNS.includes(main.subject.tag)) return null
  const { subject, predicate } = main
  const object = objectOf(clause.predicate)
  const isOfObject = object && random() < 0.5
  const words = phrase(clause.predicate, [isOfObject ? object : clause.subject])
  const start = isOfObject ? clause.subject.at : clause.predicate.at
  if (
    words.length > LONGEST_RELATIVE ||
    words.some((word) => word.head === clause.predicate && word.at < start - 3)
  ) {
    return null
  }
  const pronoun = oneOf(
    isOfObject ? ['that', 'which', 'that', 'whom', ''] : ['who', 'who', 'that', 'which'],
    random,
  )
  const role = isOfObject ? LABEL.dobj : clause.subject.label
  if (pronoun)
    words.unshift(node(pronoun, pronoun.startsWith('who') ? TAG.WP : TAG.WDT, role, clause.predicate))
  clause.predicate.head = subject
  clause.predicate.label = LABEL['acl:relcl']
  predicate.head = null
  predicate.label = LABEL.root
  const comma = () => node(',', TAG[','], LABEL.punct, subject)
  const apart = pronoun && pronoun !== 'that' && random() < 0.4
  const all = [
    ...phrase(subject),
    ...(apart ? [comma(), ...words, comma()] : words),
    ...phrase(predicate, [subject]),
  ]
  if (all.length > LONGEST_STATEMENT) return null
  all.push(node('.', TAG['.'], LABEL.punct, predicate))
  return sentenceOf(all)
}

/** The main verb of a sentence and its subject before it; null where it has other words first, or none. */
function clauseOf(sentence) {
  const nodes = nodesOf(sentence)
  const predicate = nodes.find(({ label }) => label === LABEL.root)
  const subject = predicate?.children.find(({ label }) => SUBJECTS.includes(label))
  const isVerb = [TAG.VBD, TAG.VBZ, TAG.VBP, TAG.VBN, TAG.VB, TAG.VBG].includes(predicate?.tag)
  if (!isVerb || !subject || subject.at > predicate.at) return null
  if ([TAG.WP, TAG.WDT, TAG.EX].includes(subject.tag)) return null
  const isPlain = phrase(predicate).every((word) => word.head !== predicate || word.at >= subject.at)
  for (const word of nodes) {
    if (word.at === 0 && !KEEPS_CAPITAL.includes(word.tag) && word.form !== 'I')
      word.form = word.form.toLowerCase()
  }
  return isPlain ? { predicate, subject } : null
}
