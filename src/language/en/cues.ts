/** Words that attribute, by class (verb, noun, adjective); fitted by scripts/fit-attribution.mjs. */
export const cueWords: readonly string[] = `
  :/ accept/v according/ accusations/n accuse/v acknowledge/v acquiesce/v adamant/j add/v address/v
  admire/v admission/n admit/v adopt/v advice/n advise/v advocate/n advocate/v affirm/v agree/v aim/n
  aim/v air/v alarm/n alarm/v align/v allegations/n allege/v allow/v alluding/v anger/v angry/j
  announce/v announcement/n answer/n answer/v anticipate/v anxiety/n apologize/v apparent/j appeal/v
  appear/v appears/n append/v applaud/v appoint/v approve/v argue/v argument/n arguments/n articulate/v
  ask/v assail/v assert/v assertion/n assess/v assume/v assure/v attack/v attacks/n attempt/v attribute/v
  authored/v authorize/v avoid/v award/v aware/j back/v backing/n balk/v ban/v bar/v bark/v bashing/j
  battle/v became/v become/v begin/v belief/n believe/v belittled/j bemoan/v bill/v bitter/j blame/v
  blast/n blast/v blasts/n block/v boast/v boo/v brag/v brief/v bristle/v broad/j broadcast/v brush/v
  buy/v calculate/v call/n call/v calling/n calls/n campaign/v capture/v care/v case/n cast/n cast/v
  caution/v celebrate/v center/v central/j certain/j challenge/v champion/v change/v chant/v chants/n
  characterize/v charge/v cheer/n cheer/v chide/v choose/v circulate/v cite/v claim/n claim/v claims/n
  clarify/v clash/v clear/j clear/v co-sponsor/v coin/v comment/v commit/v commitment/n common/j
  compare/v complain/v complaints/n concede/v concern/v concerns/n conclude/v condemn/v confess/v
  confident/j confirm/v confront/v congratulate/v congratulating/n consensus/n consider/v contemplate/v
  contend/v contention/n continue/v contradict/v contrast/v controversial/j conversation/n convince/v
  count/v counter/v counts/n cover/v crack/v create/v credit/n credit/v crediting/n critical/j
  criticise/v criticised/v criticism/n criticize/v critique/n cry/v cut/v debate/v decide/v decision/n
  decisions/n declare/v decline/v decry/v dedicate/v deem/v deep/j defend/v deflect/v deliver/v demand/v
  demonstrate/v denounce/v deny/v depict/v deride/v describe/v design/v detail/v determine/v devote/v
  differ/v direct/j direct/v disagree/v disagreement/n disappoint/v disavowed/v disclose/v discover/v
  discuss/v dislike/v dismiss/v disparage/v display/v dispute/v disregard/v distance/v diverge/v divide/v
  document/v double/v doubt/n doubt/v doubts/n downplay/v draw/v dubbed/v dwell/v eager/j earn/v echo/v
  elaborate/v elect/v email/v embrace/n embrace/v emerge/v emotional/j emphasise/v emphasize/v enamored/j
  encourage/v endorse/v endorsement/n engage/v enjoy/v envision/v erupt/v establish/v estimate/v excite/v
  exclaim/v exemplify/v expand/v expect/v expectations/n experience/v explain/v expose/v express/j
  express/v faith/n false/j far/j favor/n favor/v favorable/j favorite/j fear/n fear/v fears/n feature/v
  feel/v feeling/n file/v find/v finds/n fire/v float/v focus/n focus/v following/j forecast/v foresee/v
  formal/j frame/v friendly/j go/v goal/n grant/v grapple/v grow/v guarantee/v guess/v gush/v hail/v
  hammer/v happy/j harsh/j hate/v hear/v highlight/v hint/v hints/n hire/v hit/v holds/n hope/n hope/v
  hopeful/j hopes/n hostility/n hung/v hungry/j identify/v ignore/v illustrate/v imagine/v impassioned/j
  imply/v impose/v impress/v inclined/v indicate/v inform/v infuriate/v inquire/v insist/v instruct/v
  intend/v intense/j interject/v interpret/v interview/v intrigue/v introduce/v investigate/v invite/v
  invoke/v irritate/v issue/v joke/v jokes/n judge/v jump/v knock/v know/v label/v lack/n lambaste/v
  lament/v largely/v lash/v launch/v lay/v lean/j lean/v learn/v lecture/v left-leaning/j let/v liked/v
  liken/v likes/v limit/v line/v link/v links/n list/v listing/n lobby/v look/n look/v looking/n love/v
  main/j maintain/v manage/v mandates/n mark/v marvel/v mean/v measure/v mention/n mention/v mind/n
  mind/v mix/v mock/v mount/v mull/v muse/v mutter/v name/v negative/j negotiate/v nervous/j nominate/v
  note/v notes/n notice/v observe/v obvious/j offer/n offer/v offering/n offers/n open/v opine/v opined/v
  opinion/n opponent/n oppose/v opposition/n opt/v optimistic/j order/n order/v outline/v outrage/v
  outspoken/j overturn/v overwhelming/j painting/n paints/n pass/v passion/n passionate/j pause/v peg/v
  perceive/v persuade/v pick/v pitch/v pitches/n pivot/v place/v plan/n plan/v planning/n plans/n play/v
  plead/v please/v pledge/n pledge/v pledges/n point/n point/v pointed/j pointing/n points/n poised/v
  poke/v polarize/v portray/v pose/v position/v post/v praise/n praise/v preach/v predict/v predicting/n
  prefer/v present/v press/v pressure/v prevent/v preview/n priority/n proclaim/v prohibit/v project/v
  promise/n promise/v promises/n promising/j promote/v pronounce/v proposals/n propose/v protest/v
  proud/j prove/v provide/v publish/v pump/v pursue/v push/n push/v put/n put/v query/v question/n
  question/v questions/n quip/n quip/v quipped/v quote/v quotes/n rail/v raise/v range/v ratchet/v
  rattle/v re-tweeting/v reach/v react/v read/v reaffirm/v realize/v reason/n reason/v reassure/v
  rebuffed/v rebuke/v rebut/v recall/v receive/v recite/v reckon/v recognize/v recommend/v reconsider/v
  recount/v refer/v reference/n referenced/v referencing/v reflect/v refusal/n refuse/v refusing/n
  regard/v reiterate/v reject/v rejoin/v relate/v release/v relish/v rely/v remain/v remark/v remember/v
  remind/v renew/v renounce/v repeat/v repeated/j replay/n reply/v report/v reports/n represent/v
  reprimanded/v repudiate/v reputation/n request/v requests/n require/v resist/v resonate/v respond/v
  restrict/v rethink/v retort/v return/n return/v retweet/v reveal/v revered/v reverse/v reviled/v rip/v
  roll/v rose/v rousing/j rule/n rule/v ruling/n rumors/n run/v said/j satisfy/v savaging/v say/n say/v
  saying/n says/n scare/v scold/v scramble/v scream/v secret/j see/v seek/v seem/v seize/v
  self-described/j send/v sense/v sentenced/v sentiment/n serious/j set/v share/v sharp/j shift/v shock/v
  shot/v shots/n shout/v show/n show/v showing/n shows/n shrug/v sick/j side/v sign/n sign/v signal/v
  signals/n sing/v single/v skeptical/j slam/v slash/v so-called/j sound/v spark/v sparred/v speak/v
  speculate/v speculation/n spell/v spent/v split/v spoke/n spot/v spotlight/v stand/v start/v startle/v
  state/v statement/n step/v stern/j stories/n strategy/n stress/v strike/v strive/v struggle/v stuck/v
  subject/n submit/v sue/v suggest/v suggestion/n sum/v support/n support/v supporter/n supporting/j
  supportive/j supports/n sure/j surface/v surmise/v surprise/n surprise/v suspect/v swear/v symbolize/v
  talk/n talk/v talking/n talks/n target/v tell/v telling/n tend/v testify/v thank/v think/n think/v
  threaten/v thrill/v throw/v tick/v tie/v titled/v touch/v tout/v trade/v troubling/j trumpet/v trust/v
  try/v turn/n turn/v tweet/v unaware/j unclear/j under/ underline/v underscore/v understand/v
  understanding/n unhappy/j unite/v unleash/v unveil/v upset/v urge/v use/v utter/v vent/v view/n view/v
  views/n vocal/j voice/v vote/v voting/n vouched/v vow/n vow/v vows/n want/n want/v warn/v warning/n
  warrant/n wary/j watch/v weigh/v welcome/v whisper/v widespread/j willing/j willing/v willingness/n
  withdraw/v withhold/v witness/v wonder/v word/n worries/n worry/v write/v yell/v zeroing/v`.trim().split(/\s+/)
