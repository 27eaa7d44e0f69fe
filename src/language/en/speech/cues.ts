/** Words that attribute, by class (verb, noun, adjective); fitted by scripts/fit-attribution.mjs. */
export const cueWords: readonly string[] = `
  accept/v according/ accusations/n accuse/v acknowledge/v acquiesce/v adamant/j add/v address/v admire/v
  admission/n admit/v adopt/v advise/v advocate/v affirm/v agree/v aim/n aim/v air/v alarm/n alarm/v
  align/v allegations/n allege/v allow/v alluded/v alluding/v anger/v announce/v answer/v anticipate/v
  apologies/n apologize/v appeal/v appear/v appears/n append/v applaud/v appoint/v appointment/n
  approve/v argue/v arose/v articulate/v ask/v assail/v assert/v assertion/n assess/v assume/v
  assumption/n assure/v attack/v attempt/v attract/v attribute/v authored/v authorize/v avoid/v award/v
  aware/j back/v backing/n balk/v ban/v bar/v bark/v bashing/j battle/v became/v beg/v begin/v belief/n
  believe/v belittled/j bemoan/v bill/v bitter/j blame/v blast/n blast/v blasts/n block/v boast/v boo/v
  boom/v brag/v break/v brief/v bring/v bristle/v broadcast/v brush/v built/v buy/v calculate/v call/v
  calls/n campaign/v capture/v care/v cast/n cast/v caution/v celebrate/v center/v challenge/v champion/v
  champions/n chant/v chants/n characterize/v charge/v cheer/n cheer/v chide/v choose/v circulate/v
  cite/v claim/n claim/v claims/n clarify/v clash/v clear/j clear/v co-sponsor/v coin/v collective/j
  comment/v commit/v compare/v compile/v complain/v complaints/n concede/v concern/v conclude/v condemn/v
  confess/v confident/j confirm/v confront/v congratulate/v congratulating/n consensus/n consider/v
  considerable/j contemplate/v contend/v contention/n continue/v contradict/v contrast/v convince/v
  count/v counter/v counts/n cover/v crack/v credit/v crediting/n critical/j criticise/v criticised/v
  criticism/n criticize/v cry/v dawn/v debate/v decide/v declare/v decline/v decry/v dedicate/v deem/v
  defend/v deflect/v deliver/v demand/v demonstrate/v denounce/v deny/v depict/v deride/v describe/v
  design/v desire/n detail/v determine/v devote/v differ/v direct/v disagree/v disagreement/n
  disagreements/n disappoint/v disappointing/j disavowed/v disclose/v discover/v discuss/v dislike/n
  dislike/v dismiss/v disparage/v display/v dispute/v disregard/v distance/v diverge/v divide/v
  document/v double/v doubt/n doubt/v doubts/n downplay/v draw/v drove/v dubbed/v dwell/v eager/j echo/v
  elaborate/v email/v embrace/n embrace/v emerge/v emphasise/v emphasize/v enamored/j encourage/v end/v
  endorse/v engage/v enjoy/v envision/v erupt/v establish/v estimate/v estimates/n excite/v exclaim/v
  exemplify/v exhort/v expand/v expect/v experience/v explain/v explore/v expose/v express/j express/v
  fail/v favor/v favorable/j fear/n fear/v fears/n feature/v feel/v feeling/n fight/v figure/v file/v
  find/v finds/n fire/v float/v focus/v following/j forecast/v foresee/v foreshadow/v forget/v frame/v
  frequent/j friendly/j furious/j glad/j go/v grant/v grapple/v greet/v grow/v guarantee/v guess/v gush/v
  hail/v hammer/v happy/j harsh/j hate/v hear/v herald/v highlight/v hint/v hints/n hire/v hit/v hope/n
  hope/v hopeful/j hopes/n hostility/n hung/v hungry/j identify/v ignore/v illustrate/v imagine/v
  impassioned/j imply/v impose/v impress/v inclined/v include/v indicate/v inform/v infuriate/v inquire/v
  insist/v instruct/v insult/v intend/v interest/v interject/v interpret/v interview/v intimate/v
  intrigue/v introduce/v invalidate/v investigate/v invite/v invoke/v irritate/v issue/v joke/v jokes/n
  judge/v jump/v kind/j knock/v know/v label/v lambaste/v lament/v largely/v lash/v lauded/v launch/v
  lay/v lean/j lean/v learn/v lecture/v left-leaning/j let/v liked/v liken/v likes/v limit/v line/v
  link/v links/n list/v listing/n lobby/v lock/v look/n look/v looking/n love/v maintain/v manage/v
  mandates/n mark/v marvel/v mean/v measure/v meet/v mention/n mention/v mince/v mind/v mix/v mock/v
  mount/v mull/v muse/v mutter/v mystified/v name/v need/v negotiate/v nervous/j nominate/v note/v
  notes/n notice/v observe/v obvious/j offer/n offer/v offering/n open/v opine/v opined/v oppose/v opt/v
  optimistic/j order/v outline/v outrage/v outspoken/j overturn/v painting/n paints/n pass/v passion/n
  passionate/j pause/v peg/v perceive/v perceptions/n persuade/v pick/v pin/v pitch/v pitches/n pivot/v
  place/v plan/v planning/n play/v plead/v please/v pledge/v pledges/n point/v pointed/j pointing/n
  poised/v poke/v polarize/v ponder/v portray/v pose/v position/v post/v pound/v praise/n praise/v
  preach/v predict/v predicting/n prediction/n prefer/v prescribe/v present/v press/v pressure/v
  preview/n proclaim/v produce/v prohibit/v project/v promise/n promise/v promising/j promote/v prompt/v
  pronounce/v propose/v protest/v proud/j prove/v provide/v publish/v pump/v pursue/v push/v pushing/n
  put/n put/v puzzle/v quash/v queries/n query/v question/v quip/n quip/v quipped/v quote/v quotes/n
  rail/v railing/n raise/v rallying/j range/v ratchet/v ratify/v rattle/v re-tweeting/v reach/v react/v
  read/v reaffirm/v realize/v reason/v reassure/v rebuffed/v rebuke/v rebut/v recall/v receive/v recite/v
  reckon/v recognize/v recommend/v reconsider/v record/v recount/v refer/v reference/n referenced/v
  referencing/v reflect/v refusal/n refuse/v regard/v regret/v reiterate/v reject/v rejoin/v relate/v
  release/v relish/v rely/v remain/v remark/v remember/v remind/v renew/v renounce/v repeat/v repeated/j
  replay/n reply/v report/v reports/n represent/v reprimanded/v repudiate/v request/v requests/n
  require/v resist/v resonate/v respond/v restrict/v rethink/v retort/v retweet/v reveal/v revered/v
  reverse/v reviled/v revisit/v rip/v roll/v rose/v rousing/j rule/v rumors/n said/j satisfy/v savaging/v
  say/n say/v saying/n says/n scare/v schedule/v scoff/v scold/v scramble/v scream/v secret/j see/v
  seek/v seem/v seeming/j seize/v self-described/j send/v sense/v sentenced/v set/v share/v shift/v
  shock/v shot/v shots/n shout/v show/n show/v showing/n shows/n shrug/v sick/j side/v sign/v signal/v
  signals/n sing/v single/v skeptical/j slam/v slash/v sound/v spark/v sparred/v speak/v speculate/v
  speculation/n spell/v spent/v split/v spoke/n spot/v spotlight/v spread/v spurn/v stand/v start/v
  startle/v state/v step/v stern/j stress/v strike/v strive/v struggle/v stuck/v submit/v sue/v suggest/v
  suggestion/n suggestions/n sum/v support/v supporting/j supportive/j surface/v surmise/v surprise/v
  suspect/v suspend/v swear/v swipe/n swipe/v symbolize/v talk/v talking/n target/v taunt/v tell/v
  telling/n tend/v testify/v thank/v think/n think/v threaten/v thrill/v throw/v tick/v tie/v titled/v
  touch/v tout/v track/v trade/v troubling/j trumpet/v trust/v try/v turn/v tweet/v tying/v unanimous/j
  unaware/j unclear/j underestimate/v underline/v underscore/v understand/v understanding/n unhappy/j
  unite/v unknown/j unleash/v unreasonable/j unsettled/v unveil/v upset/v urge/v use/v utter/v vent/v
  veto/v view/n view/v vocal/j voice/v vote/v vouched/v vouching/v vow/n vow/v walk/v want/n want/v
  warn/v warning/n warrant/n wary/j watch/v wave/v weigh/v welcome/v whisper/v widespread/j willing/j
  willing/v wish/v withdraw/v withhold/v witness/v wonder/v worded/v worries/n worry/v write/v yell/v
  zeroing/v`
  .trim()
  .split(/\s+/)
