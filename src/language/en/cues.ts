/** Words that attribute, by class (verb, noun, adjective); fitted by scripts/fit-attribution.mjs. */
export const cueWords: readonly string[] = `
  /according /colon able/j accept/v accusations/n accuse/v acknowledge/v acquiesce/v ad/n adamant/j add/v
  address/n address/v admission/n admit/v adopt/v ads/n advice/n advise/v advocate/n advocate/v affirm/v
  aggressive/j agree/v aim/n aim/v air/v alarm/n alarm/v align/v allegations/n allege/v allegiance/n
  allow/v allowed/v analysis/n anger/v angry/j announce/v announcement/n answer/n answer/v anticipate/v
  anxiety/n apologize/v apparent/j appeal/n appear/v appearance/n appears/n applaud/v appoint/v
  approval/n approve/v argue/v argument/n arguments/n article/n articulate/v ask/v assail/v assert/v
  assertion/n assume/v assumption/n assurances/n assure/v attack/n attack/v attacking/n attacks/n
  attempt/n attempt/v attempts/n attention/n attribute/v authorize/v avoid/v aware/j back/j back/n back/v
  backing/n balk/v ban/v bar/v became/v begin/v belief/n believe/v bemoan/v best/j bill/v bitter/j
  blame/n blame/v blast/v blasts/n block/v boast/v boo/v boos/n brag/v briefly/n bristle/v broad/j
  brush/v call/n call/v calling/n calls/n campaign/v care/v careful/j case/n cast/n cast/v caution/v
  celebrate/v certain/j challenge/v champion/v chant/v chants/n characterize/v charge/v cheer/n cheere/v
  chide/v choose/v circulate/v cite/v claim/n claim/v claims/n clarify/v clear/j clear/v co-sponsor/v
  coin/v column/n comfortable/j comment/n comment/v comments/n common/j compare/v complain/v complaints/n
  concede/v concern/n concern/v concerns/n conclude/v condemn/v confidence/n confident/j confirm/v
  congratulate/v congratulating/n consensus/n consider/v contemplate/v contend/v contention/n continue/v
  contradict/v contrast/v controversial/j conversation/n convince/v count/v counter/v cover/v credit/n
  credit/v crediting/n critic/n critical/j criticism/n criticize/v critique/n cry/n cry/v debate/n
  debate/v decide/v decision/n decisions/n declare/v decline/v decry/v deem/v deep/j defend/v defender/n
  defense/n define/v deflect/v deliver/v demand/v demonstrate/v denounce/v deny/v deride/v describe/v
  description/n design/v desperate/j detail/v details/n determine/v devote/v direct/j disagree/v
  disagreement/n disappoint/v disavowed/v disclose/v disclosure/n discover/v discuss/v discussion/n
  dislike/v dismiss/v display/v dispute/n dispute/v distance/v divide/v document/v double/v doubt/n
  doubts/n downplay/v dozens/n draw/v dubbed/v dwell/v eager/j echo/v effort/n elaborate/v email/n
  email/v embrace/n embrace/v emerge/v emphasize/v enamored/j encourage/v endorse/v endorsement/n
  endorsements/n engage/v enjoy/v enthusiasm/n enthusiastic/j envision/v erupt/v estimate/v evidence/n
  example/n excite/v expand/v expect/v expectations/n experience/v explain/v exploit/v expose/v express/j
  express/v eye/n eyes/n fail/v faith/n false/j familiar/j far/j favor/n favor/v favorable/j favorite/j
  fear/n fear/v fears/n feature/v feel/v feeling/n figure/v file/v find/v finds/n fire/n fire/v first/n
  float/v focus/n focus/v following/j footage/n forecast/v foresee/v formal/j frame/v fresh/j friendly/j
  frustrate/v fun/n fundamental/j further/j give/v go/v goal/n grow/v guess/v guilty/j hail/v hammer/v
  happy/j hard/j harsh/j hate/v hear/v highlight/v hint/v hints/n hire/v hit/v holds/n hope/n hope/v
  hopeful/j hopes/n hostility/n idea/n ideas/n identify/v ignore/v illustrate/v imagine/v impassioned/j
  imply/v impose/v impress/v inclination/n inclined/v indicate/v inform/v infuriate/v insist/v intend/v
  intense/j interest/n interested/j interject/v interpret/v interview/n introduce/v invite/v invoke/v
  irritate/v issue/n issue/v jab/n joke/v judge/v justify/v keep/v knock/v know/v label/v lack/n
  lambaste/v lament/v language/n largely/v lash/v laugh/v launch/v launched/v lawsuit/n lay/v leading/j
  lean/v learn/v lecture/v length/n letter/n likely/j liken/v line/v link/v list/v listing/n little/j
  long/j look/n look/v love/v main/j maintain/v make/v mark/v massive/j mean/v measure/v mention/n
  mention/v message/n messages/n mind/n mock/v moment/n month/n morning/n mount/v muse/v name/v need/n
  negative/j nervous/j newspaper/n nominate/v note/n note/v notes/n notice/v notion/n observe/v obvious/j
  offensive/j offer/n offer/v offering/n open/v opined/v opinion/n oppose/v opposition/n opt/v
  optimistic/j order/n order/v out/j out/n outline/v outspoken/j overwhelming/j pass/v passion/n
  persuade/v petition/n phone/n pick/v piece/n pivot/v place/v plan/n plan/v plans/n plans/v plead/v
  please/v pledge/n pledge/v pledges/n point/n point/v points/n poised/v poke/v portray/v pose/v
  position/v positions/n positive/j post/v praise/n praise/v predict/v prefer/v present/v press/n press/v
  previous/j priority/n proclaim/v prohibit/v project/v promise/n promise/v promises/n promising/j
  promote/v pronounce/v proposal/n proposals/n propose/v proposed/v protest/v proud/j prove/v provide/v
  publish/v pump/v pursue/v push/v put/n put/v question/n question/v questions/n quick/j quote/v quotes/n
  radio/n rail/v raise/v range/v rattle/v reach/v react/v reaction/n read/v reaffirm/v realize/v reason/n
  reassure/v rebuffed/v rebuke/v rebut/v recall/v recite/v recognition/n recognize/v recommend/v
  recount/v refer/v reference/n referenced/v references/n referencing/v reflect/v refuse/v regard/v
  reiterate/v reject/v release/n release/v relief/n relish/v reluctance/n reluctant/j rely/v remain/v
  remark/v remarks/n remember/v remind/v renew/v repeat/v repeated/j reply/n reply/v report/n report/v
  reports/n reputation/n request/v requests/n require/v resist/v resistance/n resonate/v respect/n
  respond/v response/n restrict/v rethink/v return/n return/v retweet/v reveal/v rhetoric/n rip/v roll/v
  rose/v rousing/j rule/v ruling/n rumors/n satisfy/v say/n say/v saying/n says/n scare/v scorn/n
  scramble/v scrutiny/n secret/j see/v seek/v seem/v seize/v self-described/j send/v sense/n sentenced/v
  sentiment/n series/n serious/j set/v share/v sharp/j shift/v shock/v shot/v shots/n shout/v show/n
  show/v showing/n shows/n shrug/v side/v sign/n sign/v signal/v signs/n sing/v single/v skeptical/j
  slam/v smile/n so-called/j sound/v sparred/v speak/v speculate/v speculation/n speech/n spent/v split/v
  spot/v stance/n stand/v started/v startle/v starts/v state/v statement/n statements/n step/v stern/j
  stop/v stories/n story/n strategy/n stress/v strike/v strive/v strong/j struggle/v stuck/v stump/n
  subject/n subtle/j sue/v suggest/v suggestion/n support/n support/v supporter/n supporters/n
  supporting/j sure/j surface/v surprise/n suspect/v take/v talk/n talk/v talking/n talks/n target/v
  telephone/n tell/v telling/n tend/v testify/v text/n thank/v think/n think/v thoughts/n threaten/v
  throw/v tick/v tie/v titled/v tout/v trade/v tribute/n trumpet/v trust/v try/v trying/n turn/n turn/v
  turne/v tweet/v unaware/j unclear/j underscore/v understand/v understanding/n unhappy/j unleash/v
  unveil/v up/j upset/v urge/v use/v utter/v view/n view/v views/n vision/n vocal/j voice/n voice/v
  vote/v voting/n vow/n vow/v walk/v want/n want/v warn/v warning/n wary/j watch/v week/n weigh/v
  welcome/v well/j willing/j withdraw/v witness/v wonder/v word/n words/n worries/n worry/v write/v
  yell/v`
  .trim()
  .split(/\s+/)
