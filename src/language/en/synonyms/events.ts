/**
 * What happens in a crisis, a class a line, named by its plainest verb: verbs, nouns and adjectives, everyday and official.
 * The types follow the inventories of event extraction (ACE 2005, Rich ERE), widened by disasters, disease and business.
 * `index.ts` tells how a line is written.
 */
export const EVENT_CLASSES = `
die: die, dead, death, deceased, perish, succumb, pass away, passed away, lost life, lost his life, lost her life, lost their lives, fatality, fatal, fatally, ?croak, ?keel over, ?snuff it, ?drop dead, ?popped his clogs, ?demise; kill, toll, death toll, casualty, claim lives, cost lives, body, corpse, remains
kill: kill, slay, murder, murderer, homicide, manslaughter, massacre, slaughter, assassinate, assassination, assassin, gun down, shoot dead, shot dead, beaten to death, stabbed to death, behead, lynch, ?bump off, ?do in, ?whack, ?take out, ?murk, ?off; die, dead, death, fatality, toll, execute, shoot, stab, claim lives, victim, fatal
injure: injure, injury, wound, hurt, maim, harm, burned, casualty, ?bang up, ?smash up, ?rough up; hospitalise, hospitalize, treated, critical condition, scald
survive: survive, survivor, survival, pull alive, escape death, alive, live through, ?make it out, ?come through; rescue
missing: missing, unaccounted for, disappear, disappearance, vanish, ?go missing, ?lost; feared dead
suicide: suicide, kill himself, killed himself, kill herself, killed herself, kill themselves, killed themselves, take his own life, took his own life, took her own life, ?top himself; hang himself, hanged himself
overdose: overdose, intoxication, ?od, ?od on; poison, fatal dose
attack: attack, assault, raid, strike, ambush, storm, offensive, onslaught, ?have a go at, ?jump, ?hit; bombing, shooting, target, clash, rampage, militant, violence
bomb: bomb, bombing, blast, explosion, explosive, explode, detonate, detonation, blow up, blew up, blown up, go off, went off, car bomb, suicide bomber, bomber, ?ied, ?boom; attack, device
shoot: shoot, shooting, shot, gunfire, gunshot, open fire, opened fire, gun down, gunned down, sniper, fire at, ?pop, ?blast, ?shoot up; bullet, gunman, kill, wound
stab: stab, stabbing, knife, knifed, knife attack, slash, ?shank; blade, attack
shell: shell, shelling, bombard, bombardment, mortar, artillery, pound; rocket, missile, strike
airstrike: airstrike, air strike, air raid, bombing raid, bombing, warplane, air attack, bombardment; drone strike, missile strike, jet, bomb
missilestrike: missile, rocket, ballistic, projectile; launch, fire, strike
invade: invade, invasion, incursion, occupy, occupation, overrun, roll into, ?march into, ?go into; attack, cross the border, offensive, war, conquer
war: war, conflict, hostilities, fighting, combat, battle, warfare, ?scrap; clash, campaign, civil war
fight: fight, fighting, battle, combat, clash, skirmish, firefight, gun battle, ?scrap, ?punch up; engage, confrontation, violence
capture: capture, seize, take control, took control, take over, took over, overrun, fall to, fell to, conquer, gain control; occupy, storm, control, held by
retake: retake, recapture, liberate, regain, win back, drive out, drove out, ?free; control
surrender: surrender, give up, gave up, lay down arms, turn himself in, turned himself in, capitulate, hand himself in, ?throw in the towel; defect
withdraw: withdraw, withdrawal, pull out, pulled out, pullout, pull back, retreat, leave, exit, ?bring home, ?go home, ?get out, ?bail, ?send home; return home, drawdown, evacuate
deploy: deploy, deployment, send in, dispatch, station, mobilise, mobilize, mobilisation, reinforce, send troops, ?send over; mass, build-up, buildup, troops
ceasefire: ceasefire, cease-fire, truce, armistice, halt to fighting, end of hostilities, lull, pause in fighting, humanitarian pause, ?stop shooting, ?stop fighting; peace, agreement
peace: peace, peace deal, settlement, reconcile, reconciliation; truce, ceasefire, treaty
siege: siege, besiege, surround, encircle, blockade, ?trapped, ?cut off; barricade, standoff
blockade: blockade, block, cut off, seal off, barricade; siege, closure
kidnap: kidnap, kidnapping, kidnapped, abduct, abduction, hostage, take hostage, taken hostage, hold captive, seize, ?nab, ?snatch, ?grab, ?nick, ?take; captive, captor, ransom, held
free: free, release, freed, let go, liberate, set free, ?let out, ?spring, ?get out, ?walk free; rescue, bail, acquit, parole, pardon
hijack: hijack, hijacking, commandeer, seize; plane, pirate
coup: coup, overthrow, oust, ouster, topple, putsch, depose, bring down, ?kick out, ?get rid of, ?boot out; fall, mutiny, remove
mutiny: mutiny, rebellion, revolt, uprising, insurrection, insurgency, rebel; coup, march
uprising: uprising, revolt, revolution, rebellion, insurgency, insurrection, unrest; protest, demonstration
protest: protest, demonstrate, demonstration, rally, march, take to the streets, took to the streets, sit-in, picket, protester, demonstrator, ?demo; unrest, riot, boycott, crowd
riot: riot, unrest, disorder, looting, violence, disturbance, ?kick off; clash, burn
crackdown: crackdown, crack down, clampdown, suppress, quash, repress, disperse, tear gas, ?put down; arrest, curfew, emergency law
loot: loot, looting, looter, pillage, plunder, ransack, ?nick stuff; steal
laborstrike: strike, walkout, walk out, walk off the job, walked off the job, industrial action, ?walk off, stoppage, picket, down tools, ?on strike; union, protest
arrest: arrest, detain, detention, custody, apprehend, take into custody, taken into custody, round up, rounded up, held, seize, capture, caught, catch, ?nab, ?bust, ?nick, ?collar, ?cuff, ?lift, ?pick up, ?pinch, ?haul in; suspect, raid, question, handcuff
charge: charge, indict, indictment, arraign, prosecute, accuse, face charges, ?book, ?do for, ?done for; count, allege, felony, plead
try: trial, on trial, stand trial, court, prosecute, tribunal, hearing, court-martial, ?in the dock; judge, jury, testimony
convict: convict, conviction, find guilty, found guilty, guilty, guilty verdict, ?sent down, ?go down, ?done for, ?nail; verdict, sentence, jury, responsible for
acquit: acquit, acquittal, not guilty, clear, exonerate, exonerated, ?get off, ?walk; verdict, drop charges
sentence: sentence, sentenced, jail term, prison term, years in prison, years in jail, life sentence, ?sent down, ?get, ?given; jail, punish, serve
jail: jail, imprison, prison, imprisonment, behind bars, incarcerate, lock up, locked up, serve time, custody, ?bang up, ?banged up, ?inside, ?nick, ?slammer, ?clink, ?do time, ?put away, ?doing time, ?sent down; sentence, cell, inmate, years
bail: bail, bond, release on bail, ?stay free, ?stay out, ?get out; surety, freed, post
appeal: appeal, challenge the verdict, overturn, quash; court
execute: execute, execution, put to death, hang, hanging, death penalty, death sentence, beheaded, firing squad; kill, shoot
testify: testify, testimony, give evidence, gave evidence, take the stand, took the stand, took the witness stand, witness, ?tell the court; tell jurors, told jurors, told the court, statement
sue: sue, lawsuit, suit, sued, legal action, file suit, court case, take to court, litigation, class action, ?go after; claim, damages, complaint
settle: settle, settlement, out of court, payout, agree to pay; compensation
confess: confess, confession, admit, admission, plead guilty, pleaded guilty, own up, acknowledge, ?fess up, ?cop to, ?come clean; concede
lie: lie, lied, falsehood, untruth, mislead, misleading, deceive, fabricate, fabrication, false, make up, made up, fake, hoax, ?fib, ?cook up, ?cooked up, ?porkies, ?bs; perjury, claim, invent
deny: deny, denial, reject, dismiss, refute, rule out, dispute, ?shoot down, ?say no to; no truth, rebuff
accuse: accuse, accusation, allege, allegation, blame, claim, point the finger, charge, ?say it was, ?call out; suspect, fault, hold responsible
blame: blame, responsible, fault, hold responsible, at fault, culprit, liable, ?whose fault; accuse, cause
criticise: criticise, criticize, criticism, condemn, denounce, slam, attack, rebuke, lambast, blast, lash out, decry, censure, anger, ?slag off, ?bash, ?have a go at, ?diss, ?mad about, ?mad at, ?moan about, ?rip into, ?furious at; outrage, deplore, complain
praise: praise, hail, laud, commend, applaud, pay tribute, paid tribute, tribute, ?big up, ?thank; welcome, admire
apologise: apologise, apologize, apology, sorry, say sorry, said sorry, regret; express regret, remorse
warn: warn, warning, caution, alert, advise, ?flag; threat, fear, danger
threaten: threaten, threat, ultimatum, vow, ?going to; warn
promise: promise, pledge, vow, commit, commitment, guarantee, assure, undertake, ?swear; offer, plan
demand: demand, call for, called for, insist, urge, require, press for, ultimatum, ?want; ask, appeal
ask: ask, request, appeal, plead, urge, call on, seek, petition, beg; demand
order: order, command, instruct, direct, decree, mandate, tell to, told to, ?make them; require, rule
refuse: refuse, decline, reject, turn down, turned down, rebuff, snub, balk, not agree, ?wont, ?say no, ?said no; deny, oppose, unwilling
allow: allow, permit, let, authorise, authorize, clear, approve, green light, give permission, licence, license, ?ok, ?okay; grant
ban: ban, prohibit, outlaw, forbid, bar, moratorium, block, prohibition, ?stop, ?not allowed; suspend, restrict, halt
restrict: restrict, restriction, curb, limit, cap, tighten, constrain; ban, control, curfew
lift: lift, end, ease, remove, drop, relax, overturn, rescind, repeal, ?scrap; lifted, reverse, waive
sanction: sanction, sanctions, embargo, penalty, asset freeze, freeze assets, travel ban, punitive measures, ?punish; restriction, measure
approve: approve, approval, blessing, pass, endorse, adopt, back, ratify, authorise, authorize, sign off, green light, ?ok; vote, agree, clear
veto: veto, block, reject, vote down, voted down, defeat, ?kill; fail
vote: vote, ballot, poll, referendum, cast ballots, voter, turnout, go to the polls, went to the polls; election, elect
elect: elect, election, win election, won the election, vote in, voted in, poll, choose; victory, vote, president
win: win, victory, triumph, clinch, beat, defeat, come first, prevail, land, secure, ?thrash, ?smash; victor, winner, success, gain, take
lose: lose, defeat, loss, beaten, ?get beat; concede, fail
resign: resign, resignation, step down, stepped down, stepping down, stand down, stood down, quit, leave office, bow out, relinquish, tender his resignation, departure, depart, ?pack it in, ?walk, ?jack it in, ?chuck it in, ?go, ?give up his job; oust, replace, leave, sack, retire, successor
retire: retire, retirement, step down, stepped down, ?call it a day, ?hang up; leave
fire: fire, sack, dismiss, oust, remove, remove from office, axe, relieve of duty, relieved of command, suspend, expel, ?boot, ?kick out, ?give the boot, ?can, ?get rid of, ?let go, ?canned; resign, replace, lay off
layoff: lay off, laid off, layoff, job cuts, redundancy, redundant, job losses, cut jobs, ?let go, ?axe; unemployment, fire
appoint: appoint, appointment, name, named, nominate, pick, choose, chosen, select, designate, tap, install, hire, ?put in charge, ?get the job, ?given the job; take over, become, sworn in, successor
takeoffice: take office, took office, sworn in, inaugurate, inauguration, assume office, take over, took over, become president, became president; appoint, elect, succeed, become, became
succeed: succeed, successor, replace, replacement, take over, took over, taking over, take the helm, ?step in; appoint, new
lead: lead, head, run, chair, in charge, in charge of, at the helm, oversee, command, preside, direct, leader, chief, spearhead, mastermind, point man, ?boss, ?call the shots, ?be behind; manage, supervise, responsible for, incident commander
write: write, wrote, say, tell, state, post; message, letter, publish
represent: represent, speak for, spoke for, act for, on behalf of; lead, head, delegation, negotiator, envoy
manage: manage, handle, oversee, supervise, administer, run, ?look after; in charge of, responsible for
decide: decide, decision, rule, ruling, determine, resolve, choose, conclude, ?make up his mind, ?call; order, judge, announce
announce: announce, announcement, declare, unveil, reveal, disclose, say, confirm, proclaim, ?come out and say; statement, report
declare: declare, declaration, proclaim, announce; state of emergency
reveal: reveal, disclose, divulge, expose, uncover, make public, come to light, leak, emerge, ?out, ?let slip, ?spill; report, publish
explain: explain, explanation, account for, clarify, justify, reason
agree: agree, agreement, deal, accord, pact, treaty, sign, strike a deal, struck a deal, reach a deal, reached a deal, compromise, ?shake hands; accept, settle, approve
sign: sign, signed, signature, ink, ratify; agree, treaty
meet: meet, meeting, talks, summit, conference, hold talks, held talks, sit down with, gather, ?get together; discuss, visit
speak: speak, talk, call, telephone, phone, phone call, conversation, speak by phone, ?ring, ?ring up, ?chat; tell, discuss, discussion, meet, meeting
negotiate: negotiate, negotiation, talks, mediate, mediation, broker, dialogue, discussion, bargaining, ?haggle; meet, diplomacy
visit: visit, tour, trip, travel, fly to, flew to, arrive, ?go to, ?went to, ?drop in; meet
travel: travel, trip, journey, fly, go, went, head, ?jet off; arrive, visit, flight
arrive: arrive, arrival, reach, land, come, ?turn up, ?get to, ?get there, ?show up; enter
leave: leave, left, depart, departure, exit, go, flee, quit, ?skip, ?scarper, ?clear off, ?get out, ?bugger off, ?take off, ?ditch; pull out, withdraw, abandon
flee: flee, fled, escape, run away, ran away, abscond, defect, leave the country, exodus, desert, ?leg it, ?scarper, ?do a runner, ?skip, ?bolt, ?run off, ?get away, ?skip the country, ?did a runner; displace, evacuate, refugee, leave
desert: desert, desertion, deserter, absent without leave, awol, absconded, ?run off, ?leg it, ?do a runner; absent, flee
displace: displace, displaced, homeless, lost their homes, driven from their homes, uprooted, forced from, refugee, ?made homeless, ?lose their home; flee, evacuate, shelter
evacuate: evacuate, evacuation, airlift, move out, moved out, relocate, clear, ?get out, ?flown out; flee, rescue, order
return: return, go back, went back, come back, came back, ?back home, ?get home; arrive, reopen
stay: stay, remain, ?stick around, ?put up; live, reside
trap: trap, trapped, stuck, stranded, buried, pinned, ?stuck on; rescue, rubble
strand: strand, stranded, stuck, trap, trapped, marooned; quarantine, confine, hold
rescue: rescue, save, pull from, pulled from, pull alive, free, recover, winch, ?get out, ?pull out, ?dig out, ?fish out; survive, rescuer, search
search: search, look for, looking for, hunt, scour, comb, manhunt, ?go after; rescue, trace, seek
find: find, found, discover, discovery, locate, unearth, detect, recover, uncover, spot, identify, ?turn up, ?dig up, ?come across, ?track down; wash up, trace
help: help, aid, assist, assistance, support, relief, come to the aid, ?pitch in, ?lend a hand; donate, rescue
aid: aid, relief, humanitarian, assistance, supplies, donation, ?help; convoy, food, medicine, shipment
donate: donate, donation, contribute, contribution, give, pledge, ?chip in, ?cough up, ?hand over; raise, fund, charity
collapse: collapse, crumble, cave in, fell down, fall down, topple, give way, gave way, flatten, ?come down, ?fall over; destroy, rubble, ruin
destroy: destroy, destruction, demolish, ruin, wreck, flatten, level, devastate, devastation, raze, reduce to rubble, burn down, gut, ?trash, ?smash, ?blow up, ?wipe out; damage, collapse
damage: damage, damaged, harm, hit, wreck, ruin, contaminate, ?mess up, ?smash up; destroy, cost, lose
earthquake: earthquake, quake, tremor, temblor, aftershock, seismic, magnitude, ?shake; epicentre, epicenter, disaster
magnitude: magnitude, richter scale, measured, strength, -magnitude, ?how strong, ?how big, ?how powerful
epicentre: epicentre, epicenter, centred, centered, hypocentre; struck, depth
tsunami: tsunami, tidal wave, wave; flood
flood: flood, flooding, deluge, inundate, inundation, submerge, swamp, under water, burst its banks, ?washed out; rain, overflow, dam
storm: storm, hurricane, cyclone, typhoon, tornado, tropical storm, twister, gale; landfall, wind, category
hitland: hit, struck, slam into, slammed into, smash into, smashed into, batter, make landfall, made landfall, landfall, come ashore, came ashore, barrel into; reach, arrive, lash
landslide: landslide, mudslide, landslip, avalanche, mudflow; bury
wildfire: wildfire, bushfire, forest fire, brush fire, blaze, fire, inferno, flames; burn, evacuate, acres
burn: burn, burned, burnt, fire, blaze, set alight, set on fire, torch, arson, ablaze, in flames, ?go up in flames, ?catch fire; smoke, destroy
eruption: erupt, eruption, volcano, ash, lava, ?blow; ash cloud
hunger: hunger, hungry, starve, starving, starvation, malnutrition, malnourished, undernourished, famine; food, nutrition, nourished, eat
drought: drought, famine, dry spell, hunger, starvation; crop, rain
crash: crash, crashed, collision, collide, come down, came down, went down, go down, derail, derailment, accident, ?smash, ?pile up, ?prang; wreckage, wreck, impact, plunge, hit
sink: sink, sank, sunk, capsize, founder, go down, went down, shipwreck, ?keel over; drown
drown: drown, drowned, drowning, pulled under; sink, swept away, river, sea
derail: derail, derailment, come off the tracks, came off the tracks, left the tracks, ?come off the rails; crash, train
explode: explode, explosion, blast, blow up, blew up, burst, rupture, implode, implosion, ?go bang; fire, detonate
implode: implode, implosion, catastrophic, crush, collapse, ?crushed; debris
leak: leak, leaking, spill, spew, gush, seep, escape, release, flow, discharge, ?pour out, ?come out; barrels, gallons
spill: spill, slick, leak, oil spill; disaster, pollute, contaminate
stopleak: cap, plug, seal, stop the leak, stem the flow, contain, kill the well, static kill, top kill, ?block up; containment, valve
clean: clean, clean up, cleanup, clean-up, scrub, skim, mop up, decontaminate; remove, disperse
pollute: pollute, pollution, contaminate, contamination, toxic, foul, taint, poison; spill, hazardous
disperse: disperse, dispersant, break up, ?break down; chemical, spray
outbreak: outbreak, epidemic, pandemic, spread, cluster, wave, ?going round; infect, case
infect: infect, infection, contract, catch, caught, come down with, test positive, tested positive, case, transmit, contagious, ?get, ?have, ?got, ?gotten; sick, ill, virus, confirmed
spread: spread, transmit, transmission, pass on, passed on, contagion, contagious, ?catch it, ?pass around; infect, outbreak
ill: ill, illness, sick, sickness, disease, unwell, ailing, ?poorly, ?under the weather; infect, symptom, hospital
quarantine: quarantine, isolate, isolation, confine, confinement, lockdown, lock down, locked down, seal off, ?shut in, ?stuck in; restriction, contain
vaccinate: vaccinate, vaccine, vaccination, inoculate, immunise, immunize, jab, shot, ?jabbed; dose, drug
treat: treat, treatment, therapy, medicate, care for, cure, ?look after, ?fix; hospital, drug, prescribe, give
prescribe: prescribe, prescription, administer, give, ?dish out; drug, dose
hospitalise: hospitalise, hospitalize, hospital, admitted to hospital, taken to hospital, rush to hospital, rushed to hospital, intensive care, ?in a&e, ?in er; treat
operate: operate, operation, surgery, surgeon, amputate; hospital
autopsy: autopsy, post-mortem, postmortem, post mortem, medical examiner, coroner, pathologist, examination, ?cut open; cause of death, examine
diagnose: diagnose, diagnosis, test positive, confirm, identify
test: test, testing, trial, exam, check, experiment, screen, swab; result
close: close, closed, closure, shut, shut down, shutdown, suspend, seal, not operating, not operational, out of service, ?lock, ?board up; halt, stop, reopen, disband, dissolve, wind down
open: open, opened, opening, reopen, inaugurate, launch, unveil; start, begin
reopen: reopen, reopened, open again, opened again, resume, resumption, ?open back up, ?back open; restart, open, closed until, shut until, close until, suspended until
cancel: cancel, call off, called off, scrap, abandon, axe, drop, abort, ?ditch, ?pull, ?bin, ?pull out of; postpone, withdraw
postpone: postpone, delay, put off, push back, pushed back, defer, adjourn, suspend; cancel, reschedule
found: founded, set up, establish, establishment, founding, founder, create, ?start up, ?start; launch, form
begin: begin, began, begun, start, commence, launch, break out, broke out, outbreak, get under way, got under way, underway, onset, take effect, took effect, go into effect, went into effect, come into force, came into force, in force from, kick off, initiate, ?set off, ?get going; open, first
end: end, finish, conclude, conclusion, over, cease, expire, lapse, stop, come to an end, came to an end, terminate, ?wrap up, ?call time on, ?run out; halt, final
stop: stop, halt, cease, suspend, end, discontinue, prevent, block, ?pack in, ?quit; stem
resume: resume, restart, resumption, start again, ?pick up again; reopen, continue
continue: continue, ongoing, go on, persist, still, keep, carry on
happen: happen, occur, take place, took place, go on, ?go down, ?kick off, ?what's up
cause: cause, trigger, spark, provoke, lead to, led to, result in, bring about, prompt, set off, ?make happen; blame, reason, due to, because, result
increase: increase, rise, rose, grow, growth, climb, surge, soar, jump, go up, went up, escalate, spike, expand, double, ?shoot up; higher, more, up
decrease: decrease, fall, fell, drop, decline, shrink, reduce, cut, plunge, plummet, tumble, slide, slump, go down, went down, ?tank, ?tanked; lower, lose, down
cut: cut, reduce, slash, lower, trim, downgrade, ?knock off; decrease
raise: raise, lift, increase, put up, hike, upgrade; higher
pay: pay, paid, payment, hand over, spend, shell out, fork out, payout, fund, reimburse, ?cough up, ?stump up, ?foot the bill, ?pay up, ?pony up, ?splash out; cost, compensate, owe, buy, purchase, acquire, acquisition, settle
compensate: compensate, compensation, payout, reimburse, damages, redress, claim, reparation, ?pay back, ?make good; fund, pay, settlement
finepay: fine, fined, penalty, penalise, penalize, ?get done for; punish, pay
earn: earn, paid, salary, income, wage, make, pay, ?on, ?pull in, ?take home, ?rake in; month, year
cost: cost, price, worth, value, bill, expense, charge, damage, amount, ?set back, ?how much; pay, spend, estimate, total, loss
buy: buy, bought, purchase, acquire, acquisition, take over, takeover, snap up, ?get, ?pick up; deal, bid, merger
sell: sell, sold, sale, auction, dispose of, divest, offload, ?flog, ?flogged, ?get rid of, ?shift; buyer, price
invest: invest, investment, stake, fund, finance, back; put money
own: own, owner, owned, belong to, property of, hold, possess, ownership, ?whose; stake, operator, share
build: build, built, builder, construct, construction, erect, make, manufacture, ?put up; shipyard, design, develop
make: make, made, maker, manufacture, manufacturer, produce, producer, create, develop, ?cook up; build, supplier
design: design, designer, develop, architect, engineer, invent
lend: lend, loan, borrow, credit, debt; bank
bankrupt: bankrupt, bankruptcy, insolvent, insolvency, go bust, went bust, collapse, chapter 11, administration, receivership, file for bankruptcy, ?go under, ?went under, ?go broke, ?bust, ?fold, ?go to the wall, ?belly up; fail, failure, close
bailout: bailout, bail out, bail-out, rescue package, rescue, nationalise, nationalize, stimulus, ?prop up; fund, loan, government
merge: merge, merger, takeover, take over, acquire, acquisition, tie-up; buy
recession: recession, downturn, slump, contraction, crisis, depression; shrink, economy
strip: strip, revoke, suspend, withdraw, cancel, take away; licence, license
investigate: investigate, investigation, probe, inquiry, enquiry, inquest, look into, looking into, examine, review, ?dig into; inspector, commission, evidence, question
question: question, interrogate, interrogation, interview, quiz, ?grill; police, investigator
policesearch: search, searched, search warrant, ?turn over; raid, seize, agents
gopublic: go public, went public, going public, initial public offering, stock market debut, ipo; float, list, stock exchange
spy: spy, espionage, intelligence, surveillance, eavesdrop, monitor, snoop, wiretap, ?spook, ?bug; agent, secret
hack: hack, hacker, cyberattack, cyber attack, breach, data breach; computer, steal
leakinfo: leak, leaked, whistleblower, disclose, publish, ?spill the beans, ?blab; secret, document
publish: publish, publication, release, print, issue, post, ?put out, ?come out; report, reveal
broadcast: broadcast, air, televise, show, screen, stream; television
censor: censor, censorship, block, ban, suppress, silence; internet
steal: steal, stole, stolen, theft, thief, rob, robbery, burglary, heist, loot, ?nick, ?pinch, ?swipe, ?rip off, ?half-inch; missing, take
corrupt: corrupt, corruption, bribe, bribery, graft, embezzle, kickback, fraud, ?on the take, ?bung; scandal, launder
defraud: fraud, defraud, swindle, scam, embezzle, ?con, ?rip off; mislead
smuggle: smuggle, smuggling, traffic, trafficking, smuggler
abuse: abuse, mistreat, mistreatment, ill-treatment, molest, torture, humiliate, beat, beating, ?rough up, ?knock about; prisoner, assault, victim
torture: torture, torment, waterboard, abuse, mistreat, beat, beating
rape: rape, sexual assault, sexual abuse, sexually assaulted, molest, ?touch up; attack
use: use, used, deploy, employ, apply, ?go with, ?run on; utilise
send: send, sent, dispatch, ship, deliver, ?post; transfer
move: move, transfer, relocate, shift, transport, take to, taken to, ?ship off
takepersonto: take to, taken to, rush to, rushed to, ferry, airlift, transport, fly to, flown to; hospital
give: give, gave, hand over, grant, provide, supply, present, donate, ?dish out
get: get, receive, obtain, gain, win, land, award, collect, ?bag
award: award, prize, win, medal, honour, honor, decorate, receive, confer, present, ?get, ?pick up; gallantry, bravery
name: name, call, dub, identify, known as, nickname, codename, refer to, title, alias, moniker, ?handle, ?pet name; term
rename: rename, change the name, changed the name, renamed, new name, call; refer to
change: change, alter, switch, shift, amend, revise, reverse, modify, ?swap; new
plan: plan, intend, propose, proposal, aim, scheme, prepare, schedule, due to, set to, ?going to, ?gonna; hope, will, expect
expect: expect, forecast, predict, anticipate, project, estimate, likely, ?reckon; could, may, will, might
estimate: estimate, calculate, put at, reckon, believe, approximately, assess; figure, say
think: think, believe, reckon, consider, feel, view, opinion, ?guess; say, suspect
doubt: doubt, question, sceptical, skeptical, suspicion, uncertain
fear: fear, afraid, worry, worried, concern, concerned, anxiety, alarm, panic, frightened, scared, ?freak out; terror, dread
hope: hope, wish, want, desire, seek, aim
support: support, back, backing, endorse, favour, favor, stand by, ally, ?behind; help, approve
oppose: oppose, opposition, against, object, resist, reject, criticise, criticize, ?not want
join: join, enter, sign up, enlist, become a member, accede, accession
split: split, break away, broke away, secede, secession, divide, separate, part, ?break up; leave
marry: marry, married, wed, wedding, marriage, spouse, bride, groom, ?tie the knot, ?hitched; honeymoon, couple
divorce: divorce, split, separate, separated, ?break up; marriage
born: born, birth, native of, grew up, raised, come from, originally from, childhood, hometown, ?brought up, ?youngster; native, emigrate
raisechild: raise, bring up, brought up, bringing up, guardian, guardianship, custody, care for, look after; children, upbringing
pregnant: pregnant, pregnancy, expecting, give birth, gave birth; baby
bury: bury, buried, burial, funeral, laid to rest, interred, entombed, grave, cemetery, tomb, mausoleum, crypt, ?put in the ground; mourner, ceremony, body
funeral: funeral, burial, memorial, memorial service, laid to rest, wake, ?send off; mourn, bury, service, ceremony
mourn: mourn, mourning, grieve, grief, tribute, vigil, commemorate, condolences, pay respects
live: live, reside, resident, residence, home, based, settle, stay, inhabitant, ?crash, ?digs; house, move
hide: hide, hid, hidden, hiding, in hiding, shelter, conceal, cover up, ?hole up, ?lie low, ?stash; refuge
work: work, employ, employed, job, staff, post, ?graft; company
study: study, research, survey, analysis, report, investigate; scientist, find
compete: compete, competition, play, match, tournament, race; win
perform: perform, performance, sing, sang, play, concert, show, gig, appear, ?do a gig; stage, tour
cookfor: cook, cooked, chef, prepare food, prepare meals, ?make grub, ?made grub; meal
eat: eat, ate, food, meal, consume, feed, ?scoff; diet
sleep: sleep, insomnia, asleep, bed, ?kip, ?nod off; rest
suffer: suffer, suffering, endure, undergo, hit by, ?go through; victim
protect: protect, protection, guard, defend, safeguard, shield, shelter, ?look after; secure
defend: defend, defence, defense, lawyer, represent; protect
attend: attend, go to, be at, present, appear, turn up, take part, ?show up; audience
boycott: boycott, stay away, snub, shun, pull out, not attend, refuse to attend, ?skip, ?miss, ?give it a miss; absent, withdraw
fail: fail, failure, unsuccessful, collapse, not work, break down, malfunction, ?flop, ?go wrong, ?didnt work; fault, problem
succeedin: success, succeed, manage, achieve, work, ?pull off
break: break, broke, broken, rupture, snap, fracture, crack, ?bust; fail, damage
fix: fix, repair, mend, restore, rebuild, reconstruct, reconstruction; replace
restore: restore, restored, back on, resume, reconnect, repair; power, electricity
blackout: blackout, power cut, power outage, outage, without power, without electricity, ?lights out, ?no power; grid, restore
shortage: shortage, scarce, run out, ran out, running out, lack, short of, ration, ?out of; queue, supply
miss: miss, absent, skip, not attend
watch: watch, observe, monitor, see, witness, viewer
trample: trample, crush, stampede, ?squash; panic, crowd
detect: detect, spot, pick up, find, trace, discover; radar
recall: recall, withdraw, call back, ?pull; product
expel: expel, deport, expulsion, kick out, banish, ?throw out, ?boot out, ?chuck out; diplomat, persona non grata
recognise: recognise, recognize, recognition, acknowledge
cross: cross, crossing, go over; border
launch: launch, fire, blast off, lift off, start, ?send up; rocket
shootdown: shoot down, shot down, down, downed, bring down, brought down; missile, jet, plane
land: land, touch down, touched down, landing; arrive, plane, make landfall, made landfall
takeoff: take off, took off, lift off, depart; flight
insure: insure, insurance, insurer, cover, policy, underwrite; claim
owe: owe, debt, liable, outstanding
count: count, tally, number, total, toll, ?tot up
respond: respond, response, react, reaction, reply, answer; comment
comment: comment, statement, remark, say, speak, tell, ?chat
impeach: impeach, impeachment, no-confidence vote, motion of no confidence, vote of no confidence, ?kick out; remove, oust, trial
dissolve: dissolve, dissolution, snap election, early election, call an election, called an election; disband, parliament
recount: recount, count again, audit the vote; tally
subpoena: subpoena, summons, summon, ordered to testify, ?drag in; testify, demand
searchwarrant: search warrant, warrant, raid, ?turn over; search, seize, premises
plead: plead, pleaded, pled, plea, enter a plea, ?cop a plea; plea deal, admit, guilty
extradite: extradite, extradition, hand over, handed over, send back; deport
amnesty: amnesty, pardon, clemency, commute; release
conscript: conscript, conscription, call up, called up, reservist; mobilise, mobilize, mobilisation, mobilization, enlist, recruit
prisonerswap: prisoner swap, prisoner exchange, exchange of prisoners, swap prisoners; release, trade
frontline: front line, frontline, trench; battlefield, fighting
airdefence: air defence, air defense, interceptor, intercept, shoot down, shot down, anti-aircraft; missile
martiallaw: martial law, state of emergency, emergency rule, emergency powers, emergency law; curfew, decree
hungerstrike: hunger strike, refuse food, refused food, refusing food; protest
devalue: devalue, devaluation, depreciate, lose value, lost value, ?tank; slide, currency, fall
default: default, miss a payment, missed a payment, fail to repay, failed to repay, ?go bust; debt, bond
bankrun: bank run, run on the bank, run on deposits, withdraw deposits, withdrew deposits; panic, queue
downgrade: downgrade, cut the rating, cut its rating, lower the rating, lowered its rating; rating, junk
austerity: austerity, spending cuts, cutbacks, belt-tightening; cut, budget
ration: ration, rationing, quota; limit, shortage
evict: evict, eviction, turn out, thrown out, ?kick out, ?chuck out, ?boot out; landlord, tenant
deport: deport, deportation, expel, remove from the country, send back, sent back, ?ship off, ?kick out; migrant, removal
runover: run over, ran over, plow into, plowed into, plough into, ploughed into, drive into, drove into, drive onto, drove onto, ram, rammed, mow down, mowed down, ?mow; hit, crash, pedestrian
delete: delete, erase, wipe, ?bin, ?scrub; remove, destroy, lost, missing
direct: direct, director, film-maker, filmmaker; film, make
devise: devise, come up with, came up with, mastermind, hatch, concoct, architect, ?dream up; invent, push, propose, plan, idea
suspendaccount: suspend, ban, deactivate, take down, took down, ?kill off, ?boot, ?kick off; block, lock, remove
insult: insult, mock, ridicule, taunt, offend, ?diss, ?slag off, ?take the mick; remark
identify: identify, name, named, recognise, recognize, ?id; suspect
isolate: isolate, isolation, quarantine, self-isolate, confined to, ?stuck; infect
outofservice: out of service, not operating, not working, out of action, not functioning, offline, ?bust, ?on the blink; close, shut
cutjobs: cut jobs, lay off, laid off, layoff, redundancy, job cuts, job losses, shed jobs, ?axe, ?let go, ?chop; cut, eliminate, sack, fire, workforce
warnearly: in advance, beforehand, advance warning, prior knowledge, ahead of time, early warning, ?heads up, ?tip off; forewarn, know
`
