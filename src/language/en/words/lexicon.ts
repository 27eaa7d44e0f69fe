import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { WordClass } from '../../language.js'

/**
 * The word classes of about 60,000 English words, likeliest first, from the lexicon of E. Brill's tagger as
 * packaged with `natural` (MIT). Read on first use: it takes some 70 ms.
 */
let classes: Map<string, string> | undefined

export function lexicon(): ReadonlyMap<string, string> {
  classes ??= read()
  return classes
}

const SOURCE = 'natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json'

/** Penn Treebank tags to ours; the tags of closed classes are left out, since `closed` below lists those words. */
const ours: Readonly<Record<string, WordClass>> = {
  NN: 'N',
  NNS: 'S',
  JJ: 'J',
  JJR: 'J',
  JJS: 'J',
  RB: 'R',
  RBR: 'R',
  RBS: 'R',
  VB: 'V',
  VBP: 'V',
  VBZ: 'Z',
  VBD: 'D',
  VBN: 'E',
  VBG: 'G',
}

function read(): Map<string, string> {
  const map = new Map<string, string>()
  const known = new Map<string, string>()
  // Read as text: of the object that it would make as JSON, half the words are left out.
  const source = readFileSync(createRequire(import.meta.url).resolve(SOURCE), 'latin1')
  for (const [, word, tags] of source.matchAll(/"([a-z][a-z'.-]*)": \[([^\]]*)\]/g)) {
    let found = known.get(tags!)
    if (found === undefined) {
      found = classesOf(tags!)
      known.set(tags!, found)
    }
    // A word that stands in the source twice is what it is last.
    if (found) map.set(word!, found)
    else map.delete(word!)
  }
  for (const [kind, list] of Object.entries(closed)) {
    for (const word of list.trim().split(/\s+/)) map.set(word, kind)
  }
  return map
}

/** Of tags as the source lists them: `"VBN|JJ", "VBD"`. */
function classesOf(tags: string): string {
  let found = ''
  for (const [, tag] of tags.matchAll(/"([A-Z]+)/g)) {
    const known = ours[tag!]
    if (known && !found.includes(known)) found += known
  }
  return found
}

const closed: Readonly<Record<string, string>> = {
  H: `i you he she it we they me him us them myself yourself himself herself itself ourselves themselves one everyone
    everybody someone somebody anyone anybody nobody nothing something anything everything mine yours hers ours theirs
    i'm i've i'd i'll he's she's it's we're they're you're we've they've you've he'd she'd they'd we'd you'd he'll
    she'll they'll we'll you'll it'll that's there's here's`,
  T: 'the a an this these those each every no some any both another either neither all half such many few most several',
  O: 'my your his its our their',
  M: "can could will would shall should may might must can't couldn't won't wouldn't shouldn't cannot",
  B: `be am is are was were been being isn't aren't wasn't weren't have has had having haven't hasn't hadn't do does did
    don't doesn't didn't`,
  I: `of in on at by for from with about against between into through during before after above below under over
    without within among toward towards upon across behind beyond near since until despite via per than except like
    unlike amid amidst around along beside besides inside outside throughout as because while although though if
    unless whether that once versus till regarding concerning`,
  C: 'and or but nor plus',
  // Hardly ever a noun, whatever stands before it: "a source familiar with the talks".
  J: 'familiar privy',
  t: 'to',
  W: 'who whom whose which what when where why how whoever whatever',
  R: `so yet not n't also never always often then now again already just only even still too very really however meanwhile
    instead later earlier soon once twice here there perhaps maybe ever almost quite rather recently repeatedly`,
}
