/**
 * Things, places, measures and qualities, everyday and official. `index.ts` tells how a line is written.
 */
export const THING_CLASSES = `
helicopter: helicopter, chopper, copter, ?whirlybird, ?helo, ?heli; aircraft
plane: plane, aircraft, aeroplane, airplane, jet, airliner, flight
warplane: warplane, fighter jet, jet, bomber, fighter plane, aircraft
drone: drone, unmanned aerial vehicle, uav, unmanned aircraft
ship: ship, vessel, boat, tanker, cruise ship, liner, warship, ferry
boat: boat, vessel, ship, dinghy, trawler, yacht
yacht: yacht, sailing boat, boat; regatta, sail
submarine: submarine, submersible, sub, vessel; dive
rig: rig, oil rig, platform, drilling rig, drilling platform; well
well: well, wellhead, borehole; drill
car: car, vehicle, automobile, suv, van, truck, ?wheels, ?motor
truck: truck, lorry, vehicle, convoy
bus: bus, coach, minibus
train: train, rail, railway, locomotive, carriage
bicycle: bicycle, bike, cycle
gun: gun, firearm, rifle, pistol, weapon, handgun, kalashnikov, ?shooter, ?piece
weapon: weapon, arms, weaponry, armament, munitions, ammunition, ?kit
wmd: weapons of mass destruction, wmd, wmds, chemical weapons, biological weapons, nuclear weapons, banned weapons
germweapons: biological weapons, bioweapons, germ weapons, mobile laboratories, mobile labs, ?germ labs; biological
chemicalweapons: chemical weapons, poison gas, sarin, nerve agent, chlorine
nuclear: nuclear, atomic, nuke, reactor, ?nukes; uranium
tank: tank, armoured vehicle, armored vehicle, armour
landmine: mine, landmine, ied, roadside bomb
money: money, cash, funds, funding, sum, ?dosh, ?dough, ?quid, ?bucks, ?readies, ?wonga, ?moolah; amount, pay, dollars, pounds, euros
dollar: dollar, $, usd, ?buck, ?bucks
pound: pound, £, sterling, ?quid
thousand: thousand, 000, ?grand, ?k
million: million, m, mn
billion: billion, bn
ransom: ransom, payment, pay, money; kidnapper, paid
salary: salary, wage, pay, fee, earnings, income
price: price, cost, value, rate, charge
fund: fund, trust fund, escrow, scheme, facility
share: share, stock, equity, stake
percentage: per cent, percent, %, proportion, share, part, fraction, ?how big a share, ?what part
most: majority, most, largest share
half: half, 50 per cent, 50%, 50 percent
third: third, one in three
house: house, home, residence, mansion, property, dwelling, villa, ?gaff, ?pad, ?place
palace: palace, residence, compound
flat: flat, apartment, condo, unit
building: building, structure, block, tower, property
hotel: hotel, inn, resort, guesthouse, motel
hospital: hospital, clinic, medical center, medical centre, infirmary, emergency room, ward
department: department, dept, ministry
school: school, college, academy, classroom, education
university: university, college, campus, ?uni
prison: prison, jail, penitentiary, detention center, detention centre, cell, ?nick, ?slammer, ?clink
court: court, courtroom, tribunal, bench, courthouse
church: church, cathedral, chapel
mosque: mosque, shrine, islamic centre
shop: shop, store, supermarket, retailer, market
factory: factory, plant, works, mill, facility
base: base, camp, barracks, garrison, military base, compound
embassy: embassy, consulate, mission, diplomatic mission
airport: airport, airfield, runway, terminal
port: port, harbour, harbor, dock
bridge: bridge, overpass, crossing
road: road, highway, motorway, street, route
square: square, plaza
stadium: stadium, arena, ground, venue, soccer stadium, football stadium
camp: camp, tent city, shelter, settlement
shelter: shelter, refuge, tent, bunker, accommodation
grave: grave, cemetery, graveyard, tomb, burial ground, resting place, mausoleum, ?boneyard; buried, interred, memorial park
rubble: rubble, debris, ruins, wreckage
ruins: ruins, archaeological site, antiquities, ancient site, heritage
city: city, town, municipality, capital, urban
village: village, hamlet, community, settlement
country: country, nation, state
region: region, area, province, district, zone, territory
border: border, frontier, boundary, crossing
island: island, isle, islet
coast: coast, shore, shoreline, coastline, beach, seaside
sea: sea, ocean, gulf, waters
river: river, stream, waterway
mountain: mountain, hill, peak, hillside, slope
drylands: desert, dune, sand
hole: hole, pit, bunker, hideout, spider hole
south: south, southern
north: north, northern
east: east, eastern
west: west, western
food: food, meal, meals, provisions, rations, ?grub, ?nosh, ?scran, ?tucker; cook, eat
drink: drink, beverage, soft drink, ?fizzy drink, ?pop, ?soda; cola
alcohol: alcohol, beer, wine, liquor, ?booze; drink
water: water, drinking water
meat: meat, pork, beef, bacon, ham
bacon: bacon, pork, pork products, ham, pig meat
pig: pig, hog, swine, sow, ?piggy
cow: cow, cattle, livestock
bird: bird, pelican, gull, seabird, wildlife
wildlife: wildlife, animal, bird, turtle, fish
turtle: turtle, sea turtle
shrimp: shrimp, prawn, seafood, fish; shrimper
crop: crop, harvest, grain, wheat
medicine: medicine, drug, medication, pill, tablet, remedy, treatment, antiviral, ?meds, ?med; dose
illegaldrug: drug, narcotic, ecstasy, mdma, cocaine, heroin, cannabis, ?party drug, ?dope, ?stuff
pill: pill, tablet, capsule
dose: dose, amount, quantity
anaesthetic: anaesthetic, anesthetic, sedative, propofol
vaccine: vaccine, jab, vaccination, shot
mask: mask, face mask, respirator, face covering
virus: virus, bug, strain, flu, pathogen, germ, ?lurgy
flu: flu, influenza, virus, h1n1
covid: covid, covid-19, coronavirus, sars-cov-2, ?rona
symptom: symptom, sign, signs, cough, fever, runny nose
disease: disease, illness, condition, infection, sickness, ailment
cancer: cancer, tumour, tumor, leukaemia
heart: heart, cardiac, heart attack, cardiac arrest
ptsd: post-traumatic stress disorder, ptsd, post-traumatic stress, trauma, ?shellshock, ?shellshocked, ?shell shock
insomnia: insomnia, sleeplessness, cannot sleep, could not sleep, sleep
pain: pain, ache, agony
body: body, corpse, remains, dead body
nose: nose, nostril
oil: oil, crude, petroleum, fuel
petrol: petrol, gasoline, gas, fuel, ?juice
fuel: fuel, petrol, diesel, gasoline, oil, biodiesel
gas: gas, natural gas, methane
electricity: electricity, power, grid, energy, ?juice
chemical: chemical, toxin, substance, vinyl chloride, ?stuff
dome: dome, containment dome, containment chamber, box, chamber, cofferdam; cap
cap: cap, containment cap, seal, stopper
ice: ice, hydrates, crystals
explosive: explosive, dynamite, tnt, bomb
internet: internet, web, online, website, ?net
socialmedia: social media, twitter, facebook, tweet, x
phone: phone, telephone, mobile, cellphone, call, ?dog and bone
textmessage: text message, text, sms, message
email: email, e-mail, message, mail
letter: letter, note, memo, missive
computer: computer, laptop, pc, server
television: television, tv, broadcaster, channel, ?telly, ?the box, ?tube
newspaper: newspaper, paper, daily, tabloid, press, ?rag
photo: photo, photograph, picture, image, ?pic, ?pics, ?snap, ?snaps
video: video, footage, clip, film, recording, tape, ?vid
film: film, movie, documentary, motion picture, ?flick
song: song, track, single, tune, hit
album: album, record, lp, cd
concert: concert, show, performance, gig, ?gigs, ?do; tribute, tour, perform
festival: festival, celebration, ceremony
book: book, memoir, biography, autobiography, novel
auction: auction, sale, bidding, lot
ticket: ticket, pass, seat
coffin: coffin, casket, ?box
clothes: clothes, clothing, outfit, garment, ?gear
glove: glove, gloves, mitten
underpants: underpants, underwear, briefs, ?pants, ?undies
toy: toy, doll
prize: prize, award, medal, trophy, ?gong, ?gongs
victoriacross: victoria cross, vc, bravery medal
nobel: nobel, nobel prize
law: law, legislation, act, bill, statute, rule
constitution: constitution, charter, draft constitution
rule: rule, regulation, guideline, requirement
tax: tax, levy, duty, tariff
budget: budget, spending, deficit
debt: debt, loan, borrowing, liability
job: job, post, position, employment, work, ?gig
report: report, study, inquiry, document, findings, dossier
document: document, paper, file, dossier, record
evidence: evidence, proof, testimony
licence: licence, license, permit, registration, practise, practice
nickname: nickname, moniker, alias, known as, dub, call, ?pet name
alias: alias, pseudonym, false name, assumed name, ?fake name
mistake: mistake, error, blunder, failure, lapse, fault, ?blunders, ?cock up, ?screw up, ?cockup; deviation, violation
scandal: scandal, affair, controversy, row
row: row, dispute, controversy, argument, quarrel, furore, ?bust up, ?spat
accident: accident, crash, disaster, incident, mishap
disaster: disaster, catastrophe, tragedy, calamity, crisis, emergency
incident: incident, event, episode
crisis: crisis, emergency, disaster
reason: reason, cause, motive, grounds, because, due to, blame, ?how come
result: result, outcome, consequence, effect, finding
effect: effect, impact, consequence, result
problem: problem, difficulty, trouble, fault, issue, setback, ?snag, ?hiccup
danger: danger, risk, threat, hazard, dangerous, peril
safety: safety, safe, security, protection
speed: speed, rate, velocity, pace, fast
size: size, extent, area, scale, volume, large
depth: depth, deep, below, feet, metres
height: height, tall, high
weight: weight, weigh, heavy, kilograms, pounds, tonnes
length: length, long, duration, time
age: age, aged, old, years old, year-old
distance: distance, far, miles, kilometres, kilometers
number: number, total, figure, tally, count, amount
deathtoll: toll, death toll, number of dead, number of deaths
temperature: temperature, heat, hot, degrees
flag: flag, banner, standard
symbol: symbol, emblem, logo
religion: religion, faith, muslim, christian, islam, church
muslim: muslim, islamic, islam
sunni: sunni, sunnis
shia: shia, shiite, shi'ite, shias
kurd: kurd, kurdish, kurds
israeli: israeli, israel
palestinian: palestinian, palestine, gaza, west bank
russian: russian, russia, moscow, kremlin
ukrainian: ukrainian, ukraine, kyiv, kiev
chinese: chinese, china, beijing
french: french, france, paris
german: german, germany, berlin
italian: italian, italy, rome
spanish: spanish, spain, madrid
japanese: japanese, japan, tokyo
egyptian: egyptian, egypt, cairo
libyan: libyan, libya, tripoli
syrian: syrian, syria, damascus
turkish: turkish, turkey, ankara, turkiye
haitian: haitian, haiti, port-au-prince
danish: danish, denmark, dane
dutch: dutch, netherlands, holland
swiss: swiss, switzerland
greek: greek, greece, athens
polish: polish, poland, pole
inuit: inuit, indigenous, aboriginal, first nations, native, ?eskimo
african: african, africa, sub-saharan
europe: europe, european
america: america, us, u.s, united states, usa, american, ?stateside, ?the states
britain: britain, uk, united kingdom, british, ?blighty; england
london: london, capital, ?the smoke
westminster: westminster, british, uk, england
hollywood: hollywood, los angeles, film industry
beginning: first, initial, start, origin, original, earliest
origin: origin, source, originate, began, start, started, ?come from, ?all start
first: first, initial, earliest, inaugural
last: last, final, latest
latest: latest, newest, most recent, last, current
now: now, current, currently, present, today, at present
former: former, ex, previous, one-time, then
next: next, following, coming, upcoming
big: big, large, huge, massive, major, enormous, vast, giant, great, largest, biggest, ?whopping
small: small, little, tiny, minor
worst: worst, hardest hit, hardest-hit, most affected, severest, heaviest, ?worst hit
bad: bad, serious, severe, poor, grave, ?rotten
severe: severe, serious, critical, grave
good: good, well, positive, ?ace
dangerous: dangerous, hazardous, risky, unsafe, deadly
safe: safe, secure, unharmed, harmless
deadly: deadly, lethal, fatal, killer
rich: rich, wealthy, affluent, ?loaded, ?minted
poor: poor, poverty, impoverished, deprived, ?skint
angry: angry, anger, furious, outraged, fury, irate, upset, ?mad, ?livid, ?fuming, ?pissed; criticise, complain
sad: sad, grief, devastated, heartbroken
happy: happy, pleased, glad, delighted, welcome, ?chuffed, ?stoked
scared: scared, afraid, frightened, terrified, fearful
surprised: surprised, shocked, stunned, astonished, ?gobsmacked
drunk: drunk, intoxicated, inebriated, ?hammered
crazy: crazy, insane, mad, mentally ill
fake: fake, false, bogus, forged, counterfeit, flawed, ?dodgy
wrong: wrong, incorrect, mistaken, false, flawed, inaccurate, ?dodgy
dodgy: flawed, faulty, wrong, false, unreliable, suspect, ?dodgy
secret: secret, covert, classified, hidden, clandestine
illegal: illegal, unlawful, banned, illicit
legal: legal, lawful, law
guilty: guilty, convicted, responsible
innocent: innocent, not guilty
military: military, army, armed
foreign: foreign, overseas, international, abroad, ?over there
worldwide: worldwide, global, globally, around the world, international, ?all over
nationwide: nationwide, national, across the country
important: important, key, crucial, vital, significant
popular: popular, famous, well-known, celebrated
strange: strange, odd, unusual, mysterious, ?weird
expensive: expensive, costly, pricey, dear
cheap: cheap, inexpensive, low-cost
empty: empty, deserted, abandoned
full: full, packed, crowded
broken: broken, faulty, defective, damaged, failed
alive: alive, living, survived, ?still going
enough: enough, sufficient, adequate
pregnantwomen: pregnant, expectant
interestrate: interest rate, base rate, key rate, benchmark rate, policy rate, borrowing costs; rates, rate hike, central bank
inflation: inflation, consumer prices, price rises, cost of living, rising prices; price, rate
stockmarket: stock market, stocks, shares, share prices, stock exchange, wall street, ftse, dow; index, trading
currency: currency, exchange rate; pound, lira, rouble, ruble, peso, dollar, value
bond: bond, gilt, treasury bond, government debt; yield
unemployment: unemployment, jobless, out of work, joblessness, jobless rate; job
trade: trade, export, import, ?goods; tariff
levee: levee, dam, embankment, dyke, dike, flood wall, floodwall, flood defence, flood defences, flood barrier; breach
rubberbullets: rubber bullet, rubber bullets, water cannon, baton round, stun grenade; tear gas, police
slogan: slogan, chant, placard, banner; protest
coalition: coalition, alliance, bloc, partnership; party, government
variant: variant, strain, subvariant, mutation; virus
booster: booster, booster shot, extra dose, third dose; vaccine
sideeffect: side effect, adverse reaction, adverse effect; symptom
germ: germ, bacteria, bacterium, microbe, bug, pathogen, salmonella, e coli, listeria, cronobacter; infect, contaminate
antibody: antibody, monoclonal antibody, immunity; drug
fertility: fertility, infertile, infertility, conceive, conception, pregnant; baby
checkmark: check mark, checkmark, verification, verified badge, badge, blue check, ?tick; account
website: website, site, platform, web page; app, online
account: account, profile; handle, feed
laptop: laptop, computer, hard drive; device
securitystaff: guard, security guard, security personnel, security staff, bodyguard, security agents; protect
trouble: trouble, in trouble, under fire, in hot water, under investigation; criticism, problem, anger
`
