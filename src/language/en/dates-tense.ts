import type { TenseData } from '../language.js'

const set = (words: string) => new Set(words.trim().split(/\s+/))

export const tense: TenseData = {
  reporting: set(`said told added announced reported stated declared warned insisted argued noted quoted asked
    replied responded saying`),
  ahead: set(`be will to would`),
  past: set(`was were had did met began held went came took made gave got left won lost fell rose sent spoke
    wrote became broke brought bought built caught chose drew drove fought found flew forgot grew heard kept knew laid
    led lent meant paid put ran read saw sold shot showed sank sat slept spent stood stole struck swore taught thought
    threw understood woke wore beat bore bound bid blew cast cost cut dealt dug fed felt fled hid hit hung hurt let lit
    quit rang rode set shook shut sang slid split spread sprang stuck swam swept swung tore withdrew overthrew overtook
    undertook foresaw been since ago`),
  future:
    set(`will won't 'll shall would scheduled expected expects expect due planned plans plan planning set slated
    going upcoming forthcoming intends intend intending hopes hope hoping aims wants want tomorrow next may might could
    should must can until by deadline expire expires begin begins start starts ahead coming agreed`),
  notPast: set(`need indeed red hundred bed feed speed seed breed bleed shed led sacred naked armed united
    supposed`),
}
