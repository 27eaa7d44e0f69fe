/** Words that attribute, by class (verb, noun, adjective); fitted by scripts/fit-attribution.mjs. */
export const cueWords: readonly string[] = `
  /according /colon accept/v accusations/n accuse/v acknowledge/v acquiesce/v adamant/j add/v address/v
  admit/v adopt/v advice/n advise/v advocate/v affirm/v agree/v aim/v air/v alarm/v align/v allegations/n
  allege/v allow/v allowed/v anger/v angry/j announce/v announcement/n answer/n answer/v anticipate/v
  apologize/v appear/v appears/n applaud/v appoint/v approve/v argue/v argument/n articulate/v ask/v
  assail/v assert/v assertion/n assume/v assure/v attack/v attempt/v attribute/v authorize/v avoid/v
  aware/j back/v backing/n balk/v ban/v became/v begin/v belief/n believe/v bemoan/v bill/v bitter/j
  blame/v blast/v blasts/n block/v boast/v boo/v brag/v bristle/v broad/j brush/v call/n call/v calling/n
  calls/n campaign/v care/v cast/n cast/v caution/v celebrate/v certain/j challenge/v champion/v chant/v
  chants/n characterize/v charge/v cheer/n cheere/v chide/v choose/v circulate/v cite/v claim/n claim/v
  claims/n clarify/v clear/j clear/v co-sponsor/v comment/v common/j compare/v complain/v complaints/n
  concede/v concern/v concerns/n conclude/v condemn/v confident/j confirm/v congratulate/v
  congratulating/n consider/v contemplate/v contend/v continue/v contradict/v contrast/v convince/v
  count/v counter/v cover/v credit/v critical/j criticism/n criticize/v cry/v debate/v decide/v
  decision/n declare/v decline/v decry/v deem/v deep/j defend/v deliver/v demand/v demonstrate/v
  denounce/v deny/v deride/v describe/v design/v detail/v determine/v devote/v disagree/v disagreement/n
  disappoint/v disavowed/v disclose/v discover/v discuss/v dislike/v dismiss/v display/v dispute/v
  distance/v divide/v document/v double/v doubt/n doubts/n downplay/v draw/v dubbed/v eager/j echo/v
  elaborate/v email/v embrace/v emerge/v emphasize/v enamored/j encourage/v endorse/v endorsement/n
  engage/v enjoy/v envision/v erupt/v estimate/v excite/v expand/v expect/v experience/v explain/v
  expose/v express/j express/v false/j favor/n favor/v fear/n fear/v fears/n feature/v feel/v feeling/n
  file/v find/v finds/n fire/v float/v focus/n focus/v forecast/v foresee/v frame/v friendly/j give/v
  go/v grow/v guess/v hail/v hammer/v happy/j harsh/j hate/v hear/v highlight/v hint/v hints/n hire/v
  hit/v holds/n hope/n hope/v hopeful/j hopes/n hostility/n identify/v ignore/v illustrate/v imagine/v
  imply/v impose/v impress/v indicate/v inform/v infuriate/v insist/v intend/v intense/j interject/v
  interpret/v introduce/v invite/v invoke/v issue/v joke/v judge/v knock/v know/v label/v lambaste/v
  lament/v lash/v launch/v launched/v lay/v lean/v learn/v liken/v line/v link/v list/v listing/n look/n
  look/v love/v main/j maintain/v make/v mark/v mean/v mention/v mind/n mock/v mount/v muse/v name/v
  negative/j nervous/j nominate/v note/v notes/n notice/v observe/v obvious/j offer/n offer/v offering/n
  open/v opined/v oppose/v opt/v optimistic/j order/v outline/v outspoken/j overwhelming/j pass/v
  persuade/v pick/v pivot/v plan/n plan/v plans/n plans/v plead/v pledge/v pledges/n point/n point/v
  points/n portray/v pose/v position/v post/v praise/v predict/v prefer/v present/v press/v proclaim/v
  prohibit/v project/v promise/n promise/v promising/j promote/v pronounce/v proposals/n propose/v
  proposed/v protest/v proud/j prove/v provide/v publish/v pump/v push/v put/n put/v question/n
  question/v questions/n quote/v rail/v raise/v range/v rattle/v react/v read/v reaffirm/v realize/v
  reason/n reassure/v rebuffed/v rebuke/v rebut/v recall/v recite/v recognize/v recommend/v recount/v
  refer/v reference/n referenced/v referencing/v reflect/v refuse/v regard/v reiterate/v reject/v
  release/v relish/v rely/v remain/v remark/v remember/v remind/v renew/v repeat/v reply/v report/v
  reports/n request/v requests/n require/v resist/v resonate/v respond/v response/n restrict/v rethink/v
  return/n retweet/v reveal/v rip/v roll/v rose/v rule/v ruling/n rumors/n satisfy/v say/n say/v saying/n
  says/n scare/v see/v seek/v seem/v seize/v self-described/j send/v sentenced/v set/v share/v sharp/j
  shift/v shock/v shot/v shout/v show/n show/v showing/n shows/n shrug/v side/v sign/v signal/v single/v
  skeptical/j slam/v so-called/j sound/v sparred/v speak/v speculate/v spent/v split/v spot/v stand/v
  started/v startle/v starts/v state/v step/v stern/j stories/n strategy/n stress/v strike/v strive/v
  struggle/v stuck/v sue/v suggest/v suggestion/n support/n support/v supporter/n supporting/j sure/j
  surprise/n suspect/v take/v talk/n talk/v talking/n talks/n target/v tell/v telling/n tend/v testify/v
  thank/v think/n think/v threaten/v throw/v tick/v titled/v tout/v trade/v trumpet/v trust/v try/v
  turn/n turne/v tweet/v unaware/j unclear/j underscore/v understand/v understanding/n unhappy/j
  unleash/v unveil/v upset/v urge/v utter/v view/n view/v views/n voice/v vote/v voting/n vow/n vow/v
  want/n want/v warn/v warning/n wary/j watch/v weigh/v welcome/v willing/j withdraw/v witness/v wonder/v
  worry/v write/v yell/v`
  .trim()
  .split(/\s+/)
