import { placesOf } from './hashing.js'

/** The part-of-speech tags of the Penn Treebank. */
export const TAGS = [
  ...['#', '$', "''", ',', '-LRB-', '-RRB-', '.', ':', '``', 'CC', 'CD', 'DT', 'EX', 'FW', 'IN', 'JJ', 'JJR'],
  ...['JJS', 'LS', 'MD', 'NN', 'NNP', 'NNPS', 'NNS', 'PDT', 'POS', 'PRP', 'PRP$', 'RB', 'RBR', 'RBS', 'RP'],
  ...['SYM', 'TO', 'UH', 'VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ', 'WDT', 'WP', 'WP$', 'WRB'],
] as const
export type TagName = (typeof TAGS)[number]

/** The labels of Universal Dependencies 1, in the basic (surface) form that Stanford CoreNLP gives them for English. */
export const LABELS = [
  ...['acl', 'acl:relcl', 'advcl', 'advmod', 'amod', 'appos', 'aux', 'auxpass', 'case', 'cc', 'cc:preconj'],
  ...['ccomp', 'compound', 'compound:prt', 'conj', 'cop', 'csubj', 'csubjpass', 'dep', 'det', 'det:predet'],
  ...[
    'discourse',
    'dobj',
    'expl',
    'iobj',
    'mark',
    'mwe',
    'neg',
    'nmod',
    'nmod:npmod',
    'nmod:poss',
    'nmod:tmod',
  ],
  ...['nsubj', 'nsubjpass', 'nummod', 'parataxis', 'punct', 'root', 'xcomp'],
] as const
export type LabelName = (typeof LABELS)[number]

/** The number that a tag has in `Syntax.tag`. */
export const TAG = placesOf(TAGS)
/** The number that a label has in `Syntax.label`. */
export const LABEL = placesOf(LABELS)
