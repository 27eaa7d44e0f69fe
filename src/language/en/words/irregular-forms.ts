/** Irregular forms, each behind its base: verbs and nouns that no stemmer brings together. */
const FORMS = `
arise arose arisen; awake awoke awoken; bear bore borne; beat beaten; become became; begin began begun; bend bent;
bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought; build built;
burn burnt; buy bought; catch caught; choose chose chosen; cling clung; come came; creep crept; deal dealt; dig dug;
draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed;
feel felt; fight fought; find found; flee fled; fling flung; fly flew flown; forbid forbade forbidden;
foresee foresaw foreseen; forget forgot forgotten; forgive forgave forgiven; forgo forwent forgone; freeze froze frozen; get got gotten; give gave given; go went gone; make made;
grow grew grown; hang hung; hear heard; hide hid hidden; hold held; kneel knelt; know knew known; lead led; lean leant;
leap leapt; learn learnt; leave left; lend lent; light lit; lose lost; mean meant; meet met; mislead misled;
mistake mistook mistaken; overcome overcame; oversee oversaw overseen; overtake overtook overtaken;
overthrow overthrew overthrown; pay paid; prove proven; rebuild rebuilt; repay repaid; ride rode ridden; ring rang rung;
rise rose risen; run ran; see saw seen; seek sought; sell sold; send sent; shake shook shaken; shine shone; shoot shot;
show shown; shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; sleep slept; slide slid; speak spoke spoken;
speed sped; spell spelt; spend spent; spill spilt; spin spun; spring sprang sprung; stand stood;
steal stole stolen; stick stuck; sting stung; strike struck stricken; strive strove striven; swear swore sworn;
sweep swept; swim swam swum; swing swung; take took taken; teach taught; tell told; tear tore torn; think thought; throw threw thrown;
undergo underwent undergone; understand understood; undertake undertook undertaken; uphold upheld; wake woke woken;
die died dies dying; lie lied lies lying; tie tied ties tying; wear wore worn; weave wove woven; weep wept; win won; withdraw withdrew withdrawn; withhold withheld;
withstand withstood; write wrote written;
man men; woman women; child children; foot feet; tooth teeth; goose geese; mouse mice; wife wives;
knife knives; life lives; half halves; thief thieves; wolf wolves; shelf shelves; crisis crises;
basis bases; analysis analyses; hypothesis hypotheses; phenomenon phenomena; criterion criteria; medium media;
bacterium bacteria; curriculum curricula; policeman policemen; fisherman fishermen; spokesman spokesmen;
businessman businessmen; congressman congressmen; chairman chairmen`

/** Each irregular form to its base. Lower case. */
export const irregularForms: ReadonlyMap<string, string> = new Map(
  FORMS.split(';').flatMap((entry) => {
    const [base = '', ...forms] = entry.trim().split(/\s+/)
    return forms.map((form) => [form, base] as const)
  }),
)
