/** Words that attribute, by class (verb, noun, adjective); fitted by scripts/fit-attribution.mjs. */
export const cueWords: readonly string[] = `
  :/ accept/v according/ accusations/n accuse/v acknowledge/v acquiesce/v adamant/j add/v address/v
  admire/v admit/v adopt/v advice/n advise/v advocate/v affirm/v agree/v aim/n aim/v air/v alarm/v
  align/v allegations/n allege/v allow/v alluded/v alluding/v anger/v angry/j announce/v announcement/n
  answer/n answer/v anticipate/v anxiety/n apologize/v appear/v append/v applaud/v appoint/v approve/v
  argue/v argument/n arguments/n articulate/v ask/v assail/v assert/v assertion/n assess/v assume/v
  assumption/n assure/v attack/v attempt/v attract/v attribute/v authorize/v avoid/v aware/j back/v
  backing/n balk/v ban/v bark/v bashing/j battle/v became/v become/v begin/v belief/n believe/v bemoan/v
  bill/v bitter/j blame/v blast/n blast/v blasts/n block/v boast/v boo/v brag/v break/v brief/v bring/v
  bristle/v broad/j broadcast/v brush/v buy/v calculate/v call/n call/v calling/n calls/n campaign/v
  capture/v care/v case/n cast/n cast/v caution/v celebrate/v center/v central/j challenge/v champion/v
  chant/v chants/n characterize/v charge/v cheer/n cheer/v chide/v choose/v circulate/v cite/v claim/n
  claim/v claims/n clarify/v clash/v clear/j co-sponsor/v collective/j comment/v commit/v commitment/n
  common/j compare/v compile/v complain/v complaints/n concede/v concern/v concerns/n conclude/v
  condemn/v confident/j confirm/v confront/v congratulate/v congratulating/n consensus/n consider/v
  contemplate/v contend/v contention/n continue/v contradict/v contrast/v controversial/j conversation/n
  convince/v count/v counter/v counts/n cover/v create/v credit/n credit/v critical/j criticise/v
  criticised/v criticism/n criticize/v critique/n cry/v debate/v decide/v decision/n decisions/n
  declare/v decline/v decry/v dedicate/v deem/v deep/j defend/v deliver/v demand/v demonstrate/v
  denounce/v deny/v deride/v describe/v design/v desire/n detail/v determine/v devote/v direct/j direct/v
  disagree/v disagreement/n disappoint/v disavowed/v disclose/v discover/v discuss/v dislike/v dismiss/v
  display/v dispute/v disregard/v distance/v divide/v document/v double/v doubt/n doubt/v doubts/n
  downplay/v draw/v dubbed/v dwell/v eager/j earn/v echo/v elaborate/v email/v embrace/v emerge/v
  emotional/j emphasise/v emphasize/v enamored/j encourage/v end/v endorse/v endorsement/n endorsements/n
  engage/v enjoy/v envision/v erupt/v establish/v estimate/v estimates/n excite/v exclaim/v exemplify/v
  expect/v experience/v explain/v expose/v express/j express/v fail/v false/j favor/n favor/v favorable/j
  favorite/j fear/n fear/v fears/n feature/v feel/v feeling/n fierce/j figure/v file/v find/v fire/v
  focus/n focus/v forecast/v foresee/v foreshadow/v forget/v formal/j frame/v friendly/j furious/j gain/v
  go/v goal/n grant/v grapple/v grow/v guarantee/v guess/v hail/v hammer/v happy/j harsh/j hate/v hear/v
  highlight/v hint/v hints/n hire/v hit/v hope/n hope/v hopeful/j hopes/n hostility/n hung/v hungry/j
  idea/n identify/v ignore/v illustrate/v imagine/v impassioned/j imply/v impose/v impress/v indicate/v
  inform/v infuriate/v inquire/v insist/v instruct/v intend/v interest/n interject/v interpret/v
  interview/v introduce/v investigate/v invite/v invoke/v issue/v join/v joke/v jokes/n judge/v jump/v
  kind/j knock/v know/v label/v lack/n lambaste/v lament/v lash/v launch/v lay/v learn/v lecture/v let/v
  liken/v limit/v line/v link/v links/n list/v lobby/v look/n look/v love/v maintain/v mark/v marvel/v
  mean/v measure/v mention/n mention/v mind/v mock/v mull/v muse/v mutter/v mystified/v name/v need/v
  negotiate/v nervous/j nominate/v note/v notes/n notice/v observe/v obvious/j offer/n offer/v offering/n
  open/v opine/v opined/v opponent/n oppose/v opposition/n opt/v optimistic/j order/v outline/v outrage/v
  outspoken/j overwhelming/j painting/n pass/v passion/n pause/v peg/v perceive/v perceptions/n
  persuade/v pick/v pin/v pitch/v pitches/n pivot/v place/v plan/n plan/v plans/n play/v plead/v please/v
  pledge/n pledge/v pledges/n point/n point/v pointed/j pointing/n points/n polarize/v ponder/v portray/v
  pose/v position/n position/v post/v praise/n praise/v preach/v predict/v predicting/n prefer/v
  present/v press/v pressure/v priority/n proclaim/v prohibit/v project/v promise/n promise/v promises/n
  promising/j promote/v pronounce/v proposals/n propose/v protest/v proud/j prove/v provide/v publish/v
  pump/v pursue/v push/n push/v put/n put/v quash/v query/v question/n question/v questions/n quip/n
  quip/v quote/v rail/v raise/v rallying/j range/v rattle/v reach/v react/v read/v reaffirm/v realize/v
  reason/n reason/v reassure/v rebuffed/v rebuke/v rebut/v recall/v receive/v recite/v reckon/v
  recognize/v recommend/v recount/v refer/v reference/n referenced/v referencing/v reflect/v refuse/v
  regard/v reiterate/v reject/v rejoin/v relate/v release/v relish/v rely/v remain/v remark/v remember/v
  remind/v renew/v renounce/v repeat/v repeated/j replay/n reply/v report/v reports/n represent/v
  reprimanded/v repudiate/v reputation/n request/v requests/n require/v resist/v resonate/v respond/v
  restrict/v rethink/v retort/v return/n retweet/v reveal/v revered/v revisit/v rip/v roll/v rose/v
  rousing/j rule/n rule/v ruling/n rumors/n run/v said/j satisfy/v say/n say/v saying/n says/n scold/v
  scream/v secret/j see/v seek/v seem/v seeming/j seize/v self-described/j send/v sense/v sentenced/v
  set/v share/v sharp/j shift/v shock/v shot/v shots/n shout/v show/n show/v showing/n shrug/v sick/j
  side/v sign/n sign/v signal/v signals/n sing/v single/v skeptical/j slam/v so-called/j sound/v spark/v
  sparred/v speak/v speculate/v speculation/n spell/v spent/v split/v spoke/n spot/v spotlight/v spread/v
  spurn/v stand/v start/v startle/v state/v statement/n step/v stern/j stories/n strategy/n stress/v
  strike/v strive/v strong/j struggle/v stuck/v subject/n sue/v suggest/v suggestion/n sum/v support/n
  support/v supporter/n supporting/j supportive/j sure/j surmise/v surprise/n surprise/v suspect/v
  suspend/v swear/v swipe/n symbolize/v talk/n talk/v talking/n talks/n target/v tell/v telling/n tend/v
  testify/v thank/v think/n think/v threaten/v thrill/v throw/v tick/v titled/v tout/v track/v trade/v
  troubling/j trumpet/v trust/v try/v turn/n turn/v tweet/v unanimous/j unaware/j unclear/j under/
  underline/v underscore/v understand/v understanding/n unhappy/j unknown/j unleash/v unreasonable/j
  unveil/v upset/v urge/v use/v utter/v view/n view/v views/n vocal/j voice/v vote/v voting/n vouched/v
  vouching/v vow/n vow/v want/n want/v warn/v warning/n wary/j watch/v weigh/v welcome/v whisper/v
  widespread/j willing/j willing/v willingness/n wish/v withdraw/v withhold/v witness/v wonder/v word/n
  worded/v worries/n worry/v write/v yell/v`.trim().split(/\s+/)
