/**
 * Who people are: offices with their abbreviations, callings, kin, sides – everyday and official.
 * `index.ts` tells how a line is written.
 */
export const ROLE_CLASSES = `
delegation: delegation, side, negotiating team, negotiators; team, mission
primeminister: prime minister, premier, pm, head of government, ?p.m; leader, chancellor, taoiseach
president: president, presidency, presidential, head of state, ?prez, ?pres, ?potus; leader
vicepresident: vice president, vice-president, deputy president, ?vp, ?veep
king: king, monarch, queen, sovereign, emir, sultan; royal, crown
dictator: dictator, strongman, autocrat, despot, ruler, ?tyrant; leader, president, regime
leader: leader, head, chief, chairman, president, boss, commander, ?top dog, ?kingpin, ?big man, ?no 1, ?number one, ?honcho, ?numero uno; leadership, lead, run, mastermind
militantleader: leader, militant leader, commander, chief, warlord, mastermind, ringleader, ?kingpin, ?boss, ?terror boss; lead
chiefexecutive: chief executive, chief executive officer, ceo, managing director, head, president, chairman, ?boss, ?bigwig, ?head honcho, ?top dog, ?big cheese, ?gaffer; executive, director, chief
executive: executive, manager, director, official, chief, head, ?bigwig, ?suit, ?honcho, ?top brass, ?head honcho
chairman: chairman, chairwoman, chair, chairperson, president, head
foreignminister: foreign minister, foreign secretary, secretary of state, top diplomat, ?fm, ?fonmin; diplomat
defenceminister: defence minister, defense minister, defence secretary, defense secretary, secretary of defense, pentagon chief, ?def sec, ?secdef, ?defence boss; defense chief
interiorminister: interior minister, home secretary, homeland security secretary, security minister
healthminister: health minister, health secretary, secretary of health, health chief, ?health boss
financeminister: finance minister, treasury secretary, chancellor of the exchequer, treasury chief, ?money man
justiceminister: justice minister, attorney general, justice secretary, ?ag; prosecutor
attorneygeneral: attorney general, attorneys general, attorney-general, ?ag, ?a.g; top prosecutor, top law officer
minister: minister, secretary, cabinet member; ministry
governor: governor, gov, gubernatorial, ?guv; state
mayor: mayor, mayoral, city hall
centralbanker: central bank governor, governor of the central bank, federal reserve chairman, fed chair, central bank chief; governor
senator: senator, sen, congressman, congresswoman, representative, rep, lawmaker, legislator, member of congress
lawmaker: lawmaker, legislator, mp, member of parliament, deputy, senator, congressman, ?politician, ?mps
politician: politician, lawmaker, minister, senator, mp, ?pol, ?suit
ambassador: ambassador, envoy, diplomat, emissary, special envoy, consul, representative
negotiator: negotiator, mediator, envoy, broker; talks
spokesman: spokesman, spokeswoman, spokesperson, press secretary, ?mouthpiece, ?pr guy, ?press guy
official: official, officer, authority, civil servant, bureaucrat, ?suit
government: government, administration, authorities, cabinet, state, federal, ?govt, ?gov, ?gov't, ?the feds, ?whitehall; officials, ministry
opposition: opposition, dissident, rival, rebel
parliament: parliament, congress, assembly, legislature, house, senate, national assembly, knesset, duma, bundestag; lawmaker, seat
judge: judge, justice, magistrate, court, presiding; ruling, jurist
jury: jury, juror, panel
lawyer: lawyer, attorney, counsel, solicitor, barrister, advocate, defence lawyer, defense lawyer, defense attorney, ?brief; represent, defend
prosecutor: prosecutor, prosecution, district attorney, deputy district attorney, attorney general, ?da, ?prosecuting; charge, state
witness: witness, eyewitness, onlooker, bystander, testify
police: police, officer, policeman, policewoman, constable, detective, sheriff, law enforcement, cop, ?cops, ?feds, ?fuzz, ?the law, ?old bill, ?bobby, ?coppers, ?copper; trooper, investigator
policechief: police chief, chief of police, police commissioner, commissioner, sheriff, ?top cop, ?police boss; superintendent
detective: detective, investigator, inspector, sleuth, agent
secretagent: agent, secret agent, intelligence officer, intelligence agent, secret service agent, operative, spy, secret service, ?spook, ?spooks; intelligence
intelligence: intelligence, intelligence agency, spy agency, secret service, ?intel; information, agency
soldier: soldier, troop, troops, serviceman, servicewoman, private, trooper, infantryman, corporal, sergeant, marine, paratrooper, military personnel, ?squaddie, ?squaddies, ?gi, ?gis, ?grunt, ?tommy, ?our boys, ?lads; army, military, forces, personnel
privatesoldier: private, lance corporal, corporal, rifleman, soldier, ?squaddie
marines: marine, marines, leatherneck, marine corps; soldier
american: american, us, u.s, united states, america, ?yank, ?yanks, ?yankee, ?the states
british: british, briton, uk, u.k, britain, united kingdom, english, ?brit, ?brits, ?blighty, ?limey, ?pom; england, scotland, wales
australian: australian, australia, ?aussie, ?aussies, ?oz
newzealander: new zealand, new zealander, ?kiwi, ?kiwis
army: army, military, armed forces, forces, troops, soldiers, defence force; general, battalion
general: general, commander, gen, lieutenant general, major general, military chief, ?top brass; army
commander: commander, general, captain, colonel, admiral, chief, leader
admiral: admiral, adm, navy, naval commander, coast guard
sailor: sailor, seaman, crew, navy, crewman, mariner
pilot: pilot, captain, co-pilot, airman, flier, crew, ?flyer, ?flying; fly, cockpit
crew: crew, crewman, crew member, staff, hand, worker
sniper: sniper, marksman, gunman, shooter, ?sharpshooter; shoot
gunman: gunman, shooter, attacker, assailant, armed man, ?gunmen; suspect, shoot
attacker: attacker, assailant, gunman, bomber, killer, suspect, perpetrator, ?whodunnit, ?baddie
killer: killer, murderer, assassin, gunman, attacker, ?hitman; suspect, convicted
bomber: bomber, suicide bomber, attacker
militant: militant, insurgent, rebel, fighter, guerrilla, gunman, extremist, terrorist, jihadist, ?jihadi, ?baddies; militia, group
rebel: rebel, insurgent, fighter, opposition fighter, revolutionary, guerrilla; opposition
terrorist: terrorist, extremist, militant, terror, ?terror group; attack
militia: militia, paramilitary, armed group, fighters
mercenary: mercenary, contractor, private security, wagner, ?hired gun, ?merc
kidnapper: kidnapper, captor, abductor, hostage-taker, gunman
hostage: hostage, captive, kidnapped, abducted, prisoner
prisoner: prisoner, inmate, detainee, captive, convict, pow, ?lag, ?con; jail
suspect: suspect, accused, defendant, alleged, person of interest
victim: victim, casualty, dead, injured, killed, sufferer
survivor: survivor, survive, pull alive, rescued
refugee: refugee, displaced, migrant, asylum seeker, evacuee, exile; flee
migrant: migrant, immigrant, asylum seeker, refugee
thief: thief, robber, burglar, looter, raider
spyrole: spy, agent, mole, informant, informer, ?spook, ?grass
informant: informant, informer, source, defector, whistleblower, ?grass, ?snitch
doctor: doctor, physician, dr, medic, surgeon, gp, medical, ?doc, ?docs, ?quack; cardiologist, anaesthetist
surgery: surgery, clinic, practice, medical practice, office, ?surgeries; doctor
pathologist: pathologist, coroner, medical examiner, autopsy, post-mortem; examine
nurse: nurse, nanny, carer, medic, paramedic, healthcare worker, health worker
paramedic: paramedic, ambulance, emergency worker, first responder, medic
chiefdoctor: chief medical officer, surgeon general, ?top doc, ?cmo
scientist: scientist, researcher, expert, professor, academic, biologist, geologist, virologist, ?boffin, ?boffins, ?egghead; study, university
expert: expert, specialist, analyst, scientist, authority, consultant, ?boffin, ?pundit
seismologist: seismologist, geologist, geophysicist, geological survey
historian: historian, archaeologist, scholar, curator, ?history buff, ?history buffs; museum, heritage
engineer: engineer, technician, technical
bodyguard: bodyguard, security guard, guard, security, ?minder, ?minders, ?muscle; protect
chef: chef, cook, ?made grub
servant: housekeeper, maid, staff, assistant, aide, valet
nanny: nanny, childminder, carer, ?au pair
aide: aide, adviser, advisor, assistant, official, counsellor, ?right hand man, ?staffer; secretary
deputy: deputy, vice, number two, assistant, ?no 2, ?second in command
journalist: journalist, reporter, correspondent, writer, editor, columnist, broadcaster, ?hack, ?newsman, ?bloke from the paper; newspaper, media
photographer: photographer, cameraman, paparazzo, paparazzi, ?snapper, ?pap; picture
presenter: presenter, host, anchor, compere, master of ceremonies, emcee, ?emcees, ?mc; hosted by, show, fronted
editor: editor, editor-in-chief, executive; news
spyboss: intelligence chief, spy chief, cia director, head of intelligence, ?spymaster
healthboss: director, head, chief, commissioner; agency
tsar: tsar, czar, ?supremo; coordinator, co-ordinator, director, in charge
founder: founder, co-founder, creator, inventor, entrepreneur; founded
owner: owner, proprietor, operator, holder; own, landlord
shareholder: shareholder, investor, stakeholder, stockholder
worker: worker, employee, staff, labourer, laborer, workforce, crew, ?graft, ?staffer; job
farmer: farmer, grower, rancher, producer, agricultural
fisherman: fisherman, fishermen, shrimper, shrimpers, fisher, oysterman, fishing; boat, catch
teacher: teacher, lecturer, professor, headteacher, headmaster, principal, school
student: student, pupil, schoolchild, schoolboy, schoolgirl, undergraduate
trader: trader, broker, dealer, banker, investor
banker: banker, bank, financier
child: child, children, kid, boy, girl, son, daughter, youngster, minor, toddler, ?nipper, ?nippers, ?kiddo, ?bairn, ?sprog, ?lad, ?lass, ?little one; aged, year-old
baby: baby, infant, newborn, toddler, child, ?bub
toddler: toddler, child, infant, baby, month-old; aged
teenager: teenager, teen, youth, adolescent, youngster
boy: boy, young man, son, youth, ?lad, ?kid; child
girl: girl, young woman, daughter, ?lass; child
man: man, male, gentleman, ?bloke, ?blokes, ?guy, ?guys, ?dude, ?chap, ?geezer, ?fella, ?lad; men
woman: woman, female, lady, ?gal, ?bird; women
people: people, person, civilian, resident, citizen, ?folk, ?folks, ?ppl, ?guys; victim
civilian: civilian, non-combatant, bystander, innocent; people
resident: resident, inhabitant, local, villager, townsfolk, people, ?locals; neighbour
crowd: crowd, throng, gathering, protesters, pilgrims, spectators
pilgrim: pilgrim, worshipper, faithful
wife: wife, spouse, widow, married, ?missus, ?mrs, ?other half, ?first lady
husband: husband, spouse, widower, married, ?hubby, ?other half
girlfriend: girlfriend, partner, lover, fiancee, ?gf, ?bird, ?missus
boyfriend: boyfriend, partner, lover, fiance, ?bf
parents: parent, parents, mother, father, mom, mum, dad, ?folks
mother: mother, mom, mum, ?mam, ?ma; parent, matriarch
father: father, dad, daddy, ?pa, ?old man; parent, patriarch
brother: brother, sibling, ?bro
sister: sister, sibling, ?sis
grandmother: grandmother, grandma, gran, granny, ?nan; grandparent
grandfather: grandfather, grandad, grandpa; grandparent
family: family, relative, relatives, kin, household, ?clan, ?folks; loved ones
couple: couple, newlyweds, honeymooners, husband and wife, pair
friend: friend, colleague, comrade, associate, acquaintance, fellow soldier, ?mate, ?mates, ?pal, ?buddy, ?chum
comrade: comrade, fellow soldier, fellow, colleague, ?own mates, ?mates, ?buddies
neighbour: neighbour, neighbor, resident
fan: fan, supporter, follower, admirer
singer: singer, musician, artist, performer, vocalist, pop star, star, ?popstar; band
band: band, group, musicians, act
actor: actor, actress, star, performer, film star
celebrity: celebrity, star, personality, ?celeb, ?celebs
player: player, athlete, sportsman, footballer
boxer: boxer, fighter, champion, ?pugilist
coach: coach, manager, trainer, ?gaffer
priest: priest, cleric, bishop, archbishop, pastor, vicar, clergy, imam, ayatollah; church
pope: pope, pontiff, vatican, holy father
cleric: cleric, imam, ayatollah, mullah, sheikh, preacher
aidworker: aid worker, relief worker, humanitarian worker, charity worker, volunteer, ?aid people
rescuer: rescuer, rescue worker, rescue team, firefighter, search team, emergency crew, coast guard
firefighter: firefighter, fireman, fire crew, fire department
peacekeeper: peacekeeper, blue helmet, un troops
volunteer: volunteer, helper
tourist: tourist, holidaymaker, traveller, traveler, visitor
passenger: passenger, traveller, traveler, on board, aboard
driver: driver, motorist, chauffeur
billionaire: billionaire, tycoon, magnate, mogul, millionaire, ?rich guy, ?fat cat
analyst: analyst, commentator, observer, expert, pundit
clerk: clerk, receptionist, desk clerk, worker
homeless: homeless, displaced, ?no home
elderly: elderly, old, pensioner, aged, ?oap, ?old folk
worldhealth: world health organization, world health organisation
un: un, u.n, united nations, security council
eu: eu, european union, brussels
nato: nato, alliance, north atlantic treaty organization
imf: imf, international monetary fund
cdc: cdc, centers for disease control, centers for disease control and prevention
cia: cia, central intelligence agency
fbi: fbi, federal bureau of investigation
fema: fema, federal emergency management agency
fed: federal reserve, the fed, central bank
fda: fda, food and drug administration
epa: epa, environmental protection agency
ngo: ngo, charity, non-governmental organisation, aid agency
redcross: red cross, red crescent, icrc
alqaida: al-qaida, al qaida, al-qaeda, al qaeda, qaida, qaeda
isis: isis, islamic state, isil, daesh
headquarters: headquarters, hq, head office, base, seat
`
