import { names } from '../names/names.js'

/** Words that news writes for one another, a group a line. Base forms; inflections follow from the stemmer. */
const SYNONYMS = `
talks negotiations discussions dialogue consultations negotiate
meeting summit conference gathering
attack assault strike offensive raid
invasion incursion invade attack
war conflict hostilities fighting
battle fight combat clash
troops soldiers forces military army servicemen
weapons arms weaponry armaments munitions
missile rocket projectile
bomb explosive blast explosion detonation
test trial experiment try
mistake error blunder misstep
lie falsehood untruth
kill slay murder
die death dead perish
wound injure injury hurt
casualty victim
arrest detain detention custody seize
prison jail imprison
sentence conviction convict
accuse allege blame charge accusation
deny reject dismiss
refuse decline reject rebuff
demand require request insist call
ask request appeal plead
warn caution threaten warning threat
promise pledge vow commit commitment
agree agreement accord deal pact treaty
ban prohibit forbid outlaw bar
sanctions penalties embargo restrictions
limit restrict curb cap
allow permit authorize approve
approve endorse back support
oppose resist object opposition
criticize condemn denounce slam
praise laud hail commend
help aid assist assistance support
send dispatch deploy deliver
gather assemble mass build-up buildup concentrate
withdraw pull retreat withdrawal leave
begin start launch commence
end finish conclude stop halt cease
stop prevent halt block
delay postpone suspend
cancel scrap abandon
continue persist proceed
increase rise grow raise climb surge
decrease fall decline drop reduce cut shrink
win victory triumph beat defeat
lose defeat loss
choose select pick elect
vote ballot poll election
election poll vote
president leader head
chief head leader boss director
prime premier
government administration cabinet authorities
parliament legislature assembly congress
law legislation act bill statute
court tribunal judge
police officers
spokesman spokeswoman spokesperson
adviser advisor aide counsellor
deputy vice
foreign external overseas
minister secretary
envoy ambassador diplomat emissary
citizen resident inhabitant people
refugee migrant asylum displaced
child kid youngster
man guy
woman female
doctor physician
teacher educator
worker employee staff labor labour
boss employer
company firm business corporation
job employment work post position
buy purchase acquire
sell sale
cost price expense
pay salary wage
money cash funds funding
debt loan borrow
tax levy duty
economy economic
trade commerce
car vehicle automobile
plane aircraft jet airplane
ship vessel boat
train railway rail
phone telephone call
speak talk converse conversation
say tell state announce
announce declare unveil reveal
explain clarify
think believe consider
expect anticipate predict forecast
plan intend scheme intention
hope wish want desire seek
fear worry concern anxiety
attempt try bid effort
happen occur
cause trigger spark provoke
reason cause motive
result outcome consequence
show demonstrate display
find discover detect
hide conceal
destroy demolish ruin wreck destruction
build construct construction erect
create establish found form set
repair fix restore
protect defend guard safeguard protection
rescue save
escape flee
hit strike
shoot fire gun shooting
storm hurricane cyclone typhoon
flood flooding deluge
fire blaze wildfire
earthquake quake tremor
disease illness sickness virus
vaccine vaccination jab
hospital clinic
food meal
house home residence
city town municipality
region area territory zone
border frontier boundary
country nation state
world globe global
rich wealthy affluent
poor impoverished
large big huge great major
small little tiny
new recent latest
old ancient former
fast quick rapid
important key crucial vital significant
dangerous hazardous risky danger risk
famous renowned celebrated
main chief principal primary
first initial
last final latest
yearly annual annually
monthly month
quick swift
movie film picture
song track
singer musician artist
author writer
book novel
prize award trophy medal
game match
player athlete
team club squad side
coach manager trainer
school college
student pupil
study research survey report
scientist researcher
space orbit
island isle
name call title`

/** Groups of words that may stand for one another: synonyms, and seats of government for their countries. */
export const relatedWords: readonly (readonly string[])[] = [
  ...SYNONYMS.trim()
    .split('\n')
    .map((line) => line.split(' ')),
  ...[...names.capitals].filter(([seat]) => !seat.includes(' ')).map(([seat, country]) => [seat, country]),
]
