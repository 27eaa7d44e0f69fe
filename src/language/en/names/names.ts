import type { NameData } from '../../language.js'

const words = (list: string) => new Set(list.trim().split(/\s+/))
const phrases = (list: string) =>
  new Set(
    list
      .trim()
      .split(',')
      .map((phrase) => phrase.trim().replace(/\s+/g, ' ')),
  )

export const names: NameData = {
  unisex: words(`
    alex alexis andrea angel ariel ash ashley aubrey avery bailey billie blair bobbie cameron carmen casey charlie chris
    courtney dana dale darcy devon dominique drew eden elliot emerson finley frankie gail hayden hilary jackie jaime
    jamie jan jean jesse jessie jo jocelyn jody jordan joyce jules kelly kelsey kendall kerry kim kit kris lauren laurie
    lee leigh leslie lesley lindsay lindsey logan lynn marion max mel micah morgan nat nicky nikita noel pat parker
    peyton quinn ray reese regan riley robbie robin rory rowan sam sandy sasha shannon shawn shelby shelly sidney skyler
    stacy stacey stevie sydney tatum taylor terry toni tracy tracey val vivian whitney`),
  honorifics: words('mr mrs ms miss mx sir dame lord lady madame messrs mme m rabbi imam ayatollah'),
  titles: words(`
    president vice-president vice prime minister premier chancellor king queen prince princess pope emperor sultan emir
    sheikh secretary undersecretary under-secretary secretary-general ambassador envoy senator sen congressman
    congresswoman rep representative governor gov lieutenant-governor mayor councilman councilwoman councillor
    alderman speaker leader whip chairman chairwoman chair co-chair chief director commissioner administrator
    general gen admiral adm colonel col lt lieutenant captain capt major maj sergeant sgt corporal brigadier
    commander marshal judge justice chief attorney prosecutor sheriff constable detective inspector superintendent
    officer agent deputy assistant acting former ex-president ex-minister interim spokesman spokeswoman
    spokesperson adviser advisor aide strategist analyst economist professor prof dr doctor rev reverend father
    bishop archbishop cardinal pastor sister coach manager editor correspondent reporter journalist columnist
    author historian actor actress singer director ceo cfo founder co-founder entrepreneur billionaire lawyer
    activist candidate nominee lawmaker mp mep foreign defence defense interior finance health press state
    campaign party opposition house senate majority minority first lady consul diplomat negotiator comedian host
    anchor pollster businessman businesswoman businessperson`),
  headTitles: words(`
    president vice-president minister premier chancellor king queen prince princess pope emperor sultan emir sheikh
    secretary undersecretary secretary-general ambassador envoy senator congressman congresswoman representative
    governor mayor councilman councilwoman councillor speaker leader whip chairman chairwoman chairperson chair
    co-chair chief director commissioner administrator general admiral colonel lieutenant captain major sergeant
    brigadier commander marshal judge justice attorney prosecutor sheriff detective inspector superintendent officer
    agent deputy spokesman spokeswoman spokesperson adviser advisor aide strategist analyst economist professor
    doctor reverend bishop archbishop cardinal pastor coach manager editor correspondent reporter journalist
    columnist author historian actor actress singer ceo founder co-founder entrepreneur billionaire lawyer activist
    candidate nominee lawmaker consul diplomat negotiator lady comedian host anchor pollster businessman
    businesswoman veteran scientist researcher expert fellow scholar member head partner executive lobbyist
    consultant organizer organiser operative hopeful frontrunner front-runner rival colleague mogul magnate tycoon
    senator congressman nurse teacher student farmer worker owner resident voter supporter mother father wife
    husband son daughter brother sister friend`),
  organisationWords: words(`
    inc corp corporation company co ltd llc plc group holdings bank fund foundation institute institution university
    college school academy council committee commission party union association federation league alliance coalition
    agency bureau department ministry office administration government parliament congress senate house court police
    army navy force forces guard corps command staff service services center centre centers centres network news times post journal
    herald tribune magazine press media television radio tv club team board authority organization organisation
    assembly agence nations society trust society caucus campaign conference airlines airways motors industries partners pentagon
    kremlin interpol nato un eu fbi cia nsa dhs irs epa osce imf opec cdc fda who nasa cnn bbc nbc abc cbs pac
    republicans democrats gop dnc rnc taliban hezbollah hamas isis`),
  organisations: phrases(`
    white house, kremlin, pentagon, congress, senate, state department, treasury, supreme court, united nations,
    european union, nato, reuters, associated press, ap, bbc, cnn, nbc, fox news, kgb, facebook, twitter, google,
    apple, microsoft, amazon, downing street, elysee, bundestag, knesset, duma, fatah, al-qaeda, al qaeda,
    islamic state, red cross, amnesty international, human rights watch, politico, bloomberg, breitbart, aclu, afl-cio`),
  placeWords: words(`
    county city state states kingdom republic islands island mountains mountain lake river sea ocean bay gulf
    peninsula province region district valley coast beach street avenue road square park airport north south east
    west desert strait cape fort`),
  places: phrases(`
    afghanistan, albania, algeria, angola, argentina, armenia, australia, austria, azerbaijan, bahrain, bangladesh,
    belarus, belgium, benin, bolivia, bosnia, botswana, brazil, britain, bulgaria, burkina faso, burundi, cambodia,
    cameroon, canada, chad, chile, china, colombia, congo, costa rica, crimea, croatia, cuba, cyprus, czech republic,
    denmark, djibouti, dominican republic, ecuador, egypt, el salvador, england, eritrea, estonia, ethiopia, europe,
    fiji, finland, georgia, france, gabon, gambia, gaza, germany, ghana, great britain, greece, guatemala, guinea, haiti,
    honduras, hong kong, hungary, iceland, india, indonesia, iran, iraq, ireland, israel, italy, ivory coast, jamaica,
    japan, jordan, kazakhstan, kenya, kosovo, kuwait, kyrgyzstan, laos, latvia, lebanon, liberia, libya, lithuania,
    luxembourg, macedonia, madagascar, malawi, malaysia, mali, malta, mauritania, mexico, moldova, mongolia,
    montenegro, morocco, mozambique, myanmar, namibia, nepal, netherlands, new zealand, nicaragua, niger, nigeria,
    north korea, northern ireland, norway, oman, pakistan, palestine, panama, paraguay, peru, philippines, poland,
    portugal, qatar, romania, russia, rwanda, saudi arabia, scotland, senegal, serbia, sierra leone, singapore,
    slovakia, slovenia, somalia, south africa, south korea, south sudan, soviet union, spain, sri lanka, sudan,
    sweden, switzerland, syria, taiwan, tajikistan, tanzania, thailand, tibet, togo, tunisia, turkey, turkmenistan,
    uganda, ukraine, united arab emirates, united kingdom, united states, uruguay, uzbekistan, venezuela, vietnam,
    wales, yemen, zambia, zimbabwe, us, u.s, u.s., usa, uk, u.k., uae, africa, asia, america, north america,
    south america, latin america, middle east, eastern europe, western europe, central america, balkans, caucasus,
    alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, hawaii, idaho, illinois,
    indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi,
    missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, new york, north carolina,
    north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas,
    utah, vermont, virginia, west virginia, wisconsin, wyoming, ontario, quebec, alberta, siberia, chechnya, donbas,
    kabul, tirana, algiers, buenos aires, yerevan, canberra, vienna, baku, manama, dhaka, minsk, brussels, la paz,
    sarajevo, brasilia, sofia, phnom penh, ottawa, santiago, beijing, bogota, havana, nicosia, prague, copenhagen,
    quito, cairo, san salvador, tallinn, addis ababa, helsinki, paris, tbilisi, berlin, accra, athens, tegucigalpa,
    budapest, reykjavik, delhi, new delhi, jakarta, tehran, baghdad, dublin, jerusalem, rome, kingston, tokyo, amman,
    astana, nairobi, pristina, bishkek, riga, beirut, tripoli, vilnius, skopje, kuala lumpur, mexico city, chisinau,
    ulaanbaatar, podgorica, rabat, maputo, kathmandu, amsterdam, the hague, wellington, managua, abuja, pyongyang,
    oslo, islamabad, lima, manila, warsaw, lisbon, doha, bucharest, moscow, kigali, riyadh, dakar, belgrade,
    bratislava, ljubljana, mogadishu, cape town, pretoria, johannesburg, seoul, madrid, colombo, khartoum, stockholm,
    bern, geneva, zurich, damascus, taipei, bangkok, tunis, ankara, istanbul, kampala, kyiv, kiev, abu dhabi, dubai,
    london, edinburgh, cardiff, belfast, washington, montevideo, tashkent, caracas, hanoi, sanaa, lusaka, harare,
    los angeles, chicago, houston, boston, philadelphia, san francisco, seattle, miami, atlanta, dallas, detroit,
    las vegas, baltimore, cleveland, orlando, denver, phoenix, shanghai, mumbai, karachi, lahore, lagos, sydney,
    melbourne, toronto, montreal, vancouver, munich, hamburg, frankfurt, milan, naples, venice, barcelona, manchester,
    birmingham, liverpool, glasgow, kharkiv, odesa, odessa, mariupol, kherson, donetsk, luhansk, sevastopol, lviv,
    aleppo, mosul, basra, idlib, rafah, tel aviv, hebron, ramallah`),
  demonyms: new Map(
    Object.entries({
      afghan: 'afghanistan',
      albanian: 'albania',
      algerian: 'algeria',
      american: 'united states',
      argentine: 'argentina',
      armenian: 'armenia',
      australian: 'australia',
      austrian: 'austria',
      azerbaijani: 'azerbaijan',
      bangladeshi: 'bangladesh',
      belarusian: 'belarus',
      belgian: 'belgium',
      bosnian: 'bosnia',
      brazilian: 'brazil',
      british: 'britain',
      bulgarian: 'bulgaria',
      burmese: 'myanmar',
      cambodian: 'cambodia',
      canadian: 'canada',
      chilean: 'chile',
      chinese: 'china',
      colombian: 'colombia',
      congolese: 'congo',
      croatian: 'croatia',
      cuban: 'cuba',
      czech: 'czech republic',
      danish: 'denmark',
      dutch: 'netherlands',
      egyptian: 'egypt',
      estonian: 'estonia',
      ethiopian: 'ethiopia',
      finnish: 'finland',
      french: 'france',
      georgian: 'georgia',
      german: 'germany',
      greek: 'greece',
      haitian: 'haiti',
      hungarian: 'hungary',
      indian: 'india',
      indonesian: 'indonesia',
      iranian: 'iran',
      iraqi: 'iraq',
      irish: 'ireland',
      israeli: 'israel',
      italian: 'italy',
      japanese: 'japan',
      jordanian: 'jordan',
      kazakh: 'kazakhstan',
      kenyan: 'kenya',
      kuwaiti: 'kuwait',
      latvian: 'latvia',
      lebanese: 'lebanon',
      libyan: 'libya',
      lithuanian: 'lithuania',
      malaysian: 'malaysia',
      mexican: 'mexico',
      moldovan: 'moldova',
      moroccan: 'morocco',
      nigerian: 'nigeria',
      'north korean': 'north korea',
      norwegian: 'norway',
      pakistani: 'pakistan',
      palestinian: 'palestine',
      peruvian: 'peru',
      philippine: 'philippines',
      filipino: 'philippines',
      polish: 'poland',
      portuguese: 'portugal',
      qatari: 'qatar',
      romanian: 'romania',
      russian: 'russia',
      rwandan: 'rwanda',
      saudi: 'saudi arabia',
      scottish: 'scotland',
      serbian: 'serbia',
      singaporean: 'singapore',
      slovak: 'slovakia',
      somali: 'somalia',
      'south african': 'south africa',
      'south korean': 'south korea',
      soviet: 'soviet union',
      spanish: 'spain',
      sudanese: 'sudan',
      swedish: 'sweden',
      swiss: 'switzerland',
      syrian: 'syria',
      taiwanese: 'taiwan',
      thai: 'thailand',
      tunisian: 'tunisia',
      turkish: 'turkey',
      ugandan: 'uganda',
      ukrainian: 'ukraine',
      uzbek: 'uzbekistan',
      venezuelan: 'venezuela',
      vietnamese: 'vietnam',
      welsh: 'wales',
      yemeni: 'yemen',
      european: 'europe',
      us: 'united states',
      'u.s.': 'united states',
      'u.s': 'united states',
      uk: 'britain',
      'u.k.': 'britain',
      eu: 'europe',
      african: 'africa',
      asian: 'asia',
      western: 'west',
    }),
  ),
  capitals: new Map(
    Object.entries({
      washington: 'united states',
      moscow: 'russia',
      kremlin: 'russia',
      kyiv: 'ukraine',
      kiev: 'ukraine',
      london: 'britain',
      paris: 'france',
      berlin: 'germany',
      beijing: 'china',
      tokyo: 'japan',
      tehran: 'iran',
      ankara: 'turkey',
      warsaw: 'poland',
      rome: 'italy',
      madrid: 'spain',
      'new delhi': 'india',
      delhi: 'india',
      jerusalem: 'israel',
      cairo: 'egypt',
      riyadh: 'saudi arabia',
      minsk: 'belarus',
      seoul: 'south korea',
      pyongyang: 'north korea',
      baghdad: 'iraq',
      damascus: 'syria',
      kabul: 'afghanistan',
      islamabad: 'pakistan',
      ottawa: 'canada',
      brussels: 'europe',
      'white house': 'united states',
      pentagon: 'united states',
      us: 'united states',
      'u.s.': 'united states',
      'u.s': 'united states',
      usa: 'united states',
      america: 'united states',
      uk: 'britain',
      'united kingdom': 'britain',
      'great britain': 'britain',
    }),
  ),
  groups: words(`
    democrats democrat republicans republican conservatives conservative liberals liberal americans europeans russians
    ukrainians germans israelis palestinians muslims muslim christians christian jews jewish catholics catholic
    evangelicals evangelical mormons hispanics hispanic latinos latino progressives libertarians libertarian labour tory
    tories kurds kurdish sunni shiite arab arabs`),
  calendar: words(`
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
    sat sun christmas easter ramadan thanksgiving`),
  particles: words('de da di del della der den des du la le van von bin ibn al el ben abu ter ten dos das y'),
  modifiers: words(
    'based born led backed owned run listed funded educated trained bound speaking held controlled',
  ),
  agencies: words('ap afp reuters upi epa getty dpa bst gmt utc est edt pst pdt cst cdt cet cest'),
  prefixes: words('al el as ad ar an at ash az ul d l'),
  joiners: words('of for the and & in on to at'),
  suffixes: words('jr sr ii iii iv jr. sr.'),
  masculine: words(`
    aaron abdul abdullah abraham adam adrian ahmad ahmed al alan albert alejandro aleksandr aleksei alex alexander
    alexei alexey alfred ali allen alonso amir anatoly anderson andre andrea andreas andrei andrew andrey andrii
    andriy andy angelo anthony anton antonio antony arnold arthur ashraf austin barack barry bashar ben benjamin
    bernard bernie bill billy bob bobby boris brad bradley brendan brent brett brian bruce bryan carl carlos chad
    charles charlie chester chris christian christopher chuck clarence claude clayton clint colin corey craig curtis
    cyril dale damon dan daniel danny darren darrell dave david dean denis dennis derek diego dimitri dmitri dmitry
    dmytro dominic don donald doug douglas duncan dwight earl ed eddie edgar eduardo edward edwin eli elijah elliott
    emmanuel enrique eric erik ernest ethan eugene evan evgeny federico felix fernando floyd francis francisco franco
    francois frank frankie franz fred frederick gabriel gareth gary gavin gene geoffrey george gerald gerard gerhard
    gilbert giorgio giovanni giuseppe glen glenn gordon graham grant greg gregory gus guy hamid hans harold harry
    harvey hassan hector heiko henri henry herbert herman horst howard hugh hugo hussein ian ibrahim igor ilya isaac
    ismail ivan jack jackson jacob jacques jake james jamal jamie jan jared jason javier jay jean jeb jeff jeffrey
    jens jeremy jerome jerry jesse jim jimmy joachim joe joel johan johannes john johnny jon jonah jonathan jordan jorge
    jose josef joseph josep josh joshua juan julian julio justin kareem karl keith ken kenneth kevin khalid kim kirk
    konstantin kurt kyle larry lars laurent lawrence lee len leo leon leonard leonid leslie lewis liam lindsey lloyd
    logan louis lucas luis luke maksim malcolm manuel marc marcel marco marcus mario mark markus martin marty marvin
    mateusz matt matteo matthew maurice max maxim mehdi mehmet michael michel miguel mikhail mike mikheil mitch mitt
    mohamed mohammad mohammed moses muhammad mustafa mykhailo nate nathan nathaniel ned neil newt nicholas nick nicolas
    nigel nikol nikolai noah noel norman olaf oleg oleh oleksandr oleksii oleksiy oliver omar orlando oscar osama
    otto owen pablo pat patrick paul pavel pavlo pedro pete peter petro phil philip philippe phillip pierre piotr
    rafael ralph rand randall randy rashid raul ray raymond recep reince rex rich richard rick rob robert roberto
    robin rodney rodrigo roger roland roman ron ronald ross roy rudolph rudy russell rustem ruslan ryan salman salvador
    sam samuel scott sean sebastian serge sergei sergey sergio serhii serhiy seth shane shaun shawn shinzo silvio simon
    stan stanley stefan stephen sergio steve steven stuart syed ted terrence terry theodore thierry thomas tim timothy
    todd tom tommy tony travis trevor tyler vadim valery vasily vernon victor vijay viktor vince vincent vitali vitaliy
    vitaly vlad vladimir volodymyr wade walter warren wayne wesley will william willie wolfgang xavier xi yair yevgeny
    yitzhak yuri yuriy yusuf zachary
    conrad jermaine marlon thaddeus thad kent darryl dwayne lamar tyrone malik hakeem rashad quincy elvis elton
    wendell reginald percy rupert alastair alistair hamish euan ewan callum declan seamus padraig cormac niall rory
    conor fergus giles piers quentin tristan oskar emil nils sven bjorn magnus gunnar henrik anders mikkel soren
    rasmus pekka timo jukka matti juha wim joost jeroen maarten pieter willem klaus jurgen uwe gunther dieter heinz
    rolf ulrich lutz detlef manfred helmut didier yves herve alain bruno luc guillaume mathieu sebastien stephane
    christophe gaston paolo luca alessandro davide fabio enzo dario massimo vincenzo alvaro ramon esteban ignacio
    joaquin gustavo hernan mauricio nicanor tomas evo lula nestor gennady kirill stanislav taras bohdan ihor yevhen
    anatoliy andrzej jaroslaw jerzy krzysztof lech leszek marek radoslaw tadeusz tomasz wojciech zbigniew janusz
    slawomir laszlo zoltan gabor istvan ferenc janos klaudiu traian mircea bogdan zoran goran dragan slobodan
    aleksandar boyko kiril ahmet kemal bulent ayad husain iyad jalal nouri muqtada moqtada saddam tariq tarek walid
    ziad riad nabil mahmoud mahmud khaled fouad faisal abdel abdelaziz hosni gamal anwar muammar moammar hafez rafik
    najib nawaf turki yasser yasir ehud shimon moshe avigdor gilad zalmay pervez asif nawaz imran yousaf atal
    manmohan narendra rahul sanjay rajiv ashish vivek deepak anil sunil ravi arun mahinda gotabaya thaksin prayut
    joko bambang susilo ferdinand benigno kofi thabo olusegun goodluck muhammadu umaru yoweri raila mwai uhuru
    hailemariam jintao jiabao keqiang hiroshi junichiro taro yukio naoto yoshihiko fumio keiji takeshi kenji`),
  feminine: words(`
    abigail adriana agnes aisha alexandra alexandria alice alicia alina allison alyssa amanda amber amelia amy ana
    anastasia angela angelina angie anita ann anna annalena anne annette annie april ariana ashley audrey barbara
    beatrice becky belinda bernadette beth betsy betty beverly bonnie brenda briana brianna bridget brittany camille
    candace carly carmen carol carole caroline carolyn carrie catherine cathy cecilia celia charlotte chelsea cheryl
    christina christine cindy claire clara claudia colleen connie constance courtney crystal cynthia daisy dana
    danielle dawn deborah debbie debra denise diana diane dianne dolores donna dora doris dorothy edith eileen elaine
    eleanor elena elisabeth elise elizabeth ella ellen elsa emily emma erica erin esther eva eve evelyn fatima
    fiona florence frances gabrielle gail gina giorgia gladys glenda gloria grace greta gretchen gwen hannah harriet
    hazel heather heidi helen helena hillary holly hope huma ida ingrid irene iris irina isabel isabella ivanka
    jackie jacqueline jacinda jan jane janet janice jasmine jeanne jean jen jenna jennifer jenny jessica jill jo joan
    joanna joanne jocelyn josephine joy joyce juanita judith judy julia julianne julie kaja kamala kara karen karin
    karine kate katherine kathleen kathryn kathy katie katrina katy kayla kellyanne kelly kerry kimberly kirsten kirstjen
    kristen kristin kristina laura lauren laurie leah leila lena leslie leticia lily linda lisa liz liza lois loretta
    lori lorraine louise lucia lucy lydia lynn mabel madeleine maggie malala malia marcia margaret maria marian
    marianne marie marilyn marina marine marjorie marla martha mary maryam maureen maxine maya megan meghan melania
    melanie melinda melissa mercedes meredith mia michelle mila mildred miriam molly monica muriel nadia nancy naomi
    natalia natalie natasha nicola nicole nikki nina nora norma olena olga olivia oksana pam pamela patricia patty
    paula pauline peggy penny phyllis polina priscilla rachel rebecca regina renee rhonda rita roberta robin robyn
    rosa rosemary ruth sabrina sally samantha sandra sanna sara sarah shannon sharon shauna sheila shelley sherry
    shirley silvia simone sonia sophia sophie stacey stacy stella stephanie sue susan susana suzanne svetlana sylvia
    tamara tammy tania tanya tara tatiana teresa tess thelma theresa tiffany tina tracy trudy tulsi ursula valerie
    vanessa vera veronica victoria viola virginia vivian wanda wendy whitney winnie yolanda yulia yvette yvonne zoe
    latoya oprah beyonce lakisha keisha tanisha aaliyah ebony siobhan niamh aoife sinead roisin caitlin eilidh
    mhairi ailsa kirsty pippa gemma jemma philippa imogen saffron tamsin astrid sigrid solveig mette birgitte helle
    dorthe tarja annika ulrika margot maren silke heike sabine renate gudrun annegret brigitte segolene sandrine
    cecile anne-marie francesca chiara federica giulia elisabetta ximena dilma cristina consuelo marisol esperanza
    guadalupe soledad pilar begona benita olha kateryna iryna nataliya natalya lyudmila ludmila galina valentina
    tatyana yelena ekaterina beata ewa agnieszka malgorzata grazyna katarzyna zuzana iveta klara ilona viorica maia
    dalia vaira kersti fatma aysegul aysha laila layla rania asma salma zainab zaynab khadija amina hanan benazir
    hina indira pratibha sushma nirmala priyanka meera anjali chandrika megawati corazon imelda graca nkosazana
    wangari yingluck yuriko makiko sadako michiko fatou rochelle ashlee terri lupita candice lisa-marie`),
}
