import type { ComparingData, Measure, Quantity } from '../../comparing.js'

const words = (list: string) => new Set(list.trim().split(/\s+/))
const phrases = (list: string) =>
  list
    .split(',')
    .map((phrase) => phrase.replace(/\s+/g, ' ').trim())
    .filter(Boolean)

/** `cues | what is measured | words that tell it | nouns that are counted` */
const measure = (cues: string, quantity: Quantity, told: string, nouns = ''): Measure => ({
  cues: phrases(cues),
  quantity,
  told: phrases(told),
  nouns: phrases(nouns),
})

const DIED = `die, died, dead, death, deaths, kill, killed, killing, kills, toll, fatalities, fatality, perished, lives,
  lost, executed, execution, massacre, slain, murdered`

export const comparing: ComparingData = {
  measures: [
    measure(
      `death toll, death count, deaths, dead, died, killed, die, kill, fatalities, casualties, body count, lives lost,
      how many died, how many dead, how many people died, how many were killed, victims`,
      'people',
      DIED,
    ),
    measure(
      'how deadly, how lethal, how fatal, death rate, mortality, mortality rate, fatality rate, lethality',
      'rate',
      `${DIED}, fatal, mortality, kills, lethal, deadly`,
    ),
    measure(
      'injured, wounded, hurt, injuries, how many hurt, how many injured',
      'people',
      'injured, wounded, hurt, injuries, injuring, wounding, hospitalised, hospitalized',
    ),
    measure('missing, how many missing', 'people', 'missing, unaccounted, lost, disappeared'),
    measure(
      'arrests, arrested, detained, how many arrested',
      'people',
      'arrested, arrests, detained, held, custody, detentions',
    ),
    measure('freed, released, how many freed, releases', 'people', 'freed, released, release, free, freeing'),
    measure(
      'evacuated, displaced, homeless, refugees, evacuees, fled',
      'people',
      'evacuated, displaced, homeless, refugees, fled, flee, evacuees, homes, evacuation',
    ),
    measure(
      'turnout, crowd, crowd size, attendance, protesters, demonstrators, marchers, how many marched, how many turned up',
      'people',
      `march, marched, marchers, protest, protested, protesters, demonstrators, demonstration, demonstrated, rally, crowd,
      attended, turned, gathered, took part, turnout`,
      'people, protesters, demonstrators, marchers, supporters, voters, percent',
    ),
    measure(
      'layoffs, job cuts, redundancies, jobs lost, sackings, firings, laid off, how many fired, lay off, sack, sacked, fire, fired, let go, axe',
      'people',
      'laid, layoffs, layoff, cut, cuts, cutting, fired, fire, job, jobs, redundancies, eliminate, eliminated, axed, sacked',
      `employees, workers, staff, staffers, jobs, people, positions, roles, workforce, workforce, company, members`,
    ),
    measure(
      'power cuts, power outages, outages, blackouts, power cut, without power, blackout, no power',
      'people',
      'power, outages, outage, electricity, blackout, blackouts, dark',
      'customers, homes, people, households, businesses, residents, outages, accounts',
    ),
    measure(
      'capacity, how many seats, how many fit in',
      'people',
      'capacity, seats, seat, hold, holds, capacities, fit, stadium, venue, arena',
      'people, seats, fans, spectators, seat, seater, capacity',
    ),
    measure(
      'sales, copies sold, how many sold, copies, sold, tickets sold, ticket sales',
      'things',
      'sold, sales, selling, sell, copies, shipped, bought',
      'copies, albums, units, tickets, records, discs, singles, cars, phones, books',
    ),
    measure(
      `leak, leaking, flow rate, how much is leaking, how much leaked, spilled, per day, how much oil, how much water, spill
      size, leak rate`,
      'volume',
      `leak, leaking, leaked, leaks, gush, gushing, flow, flowing, spill, spilled, spilling, spewing, spewed, pouring,
      escaping, released, rate, emanating`,
    ),
    measure(
      `cost, costs, bill, bills, spending, spent, price tag, +damage, +damages, +losses, how much was paid, how much did it
      cost, +fine, +fines, +debt, +aid`,
      'money',
      'cost, costs, costing, bill, paid, spent, spending, damage, damages, fine, fined, loss, losses, charge, expense, debt, aid',
    ),
    measure('fee, fees', 'money', 'fee, fees, billed'),
    measure(
      `price, worth, +bid, +offer, takeover price, value, +ransom, +bail, +salary, +pay, +wage,
      +wages, +reward, +fund, +funding, +compensation,
      +budget, +bailout`,
      'money',
      `price, worth, valued, value, buy, bought, purchase, takeover, deal, offer, bid, acquire, acquisition, acquired, ransom,
      bail, salary, wage, wages, reward, pay, paid`,
    ),
    measure(
      '+earnings, +profit, +profits, +revenue, income, made, earned, grossed, how much money, how much',
      'money',
      'earned, earning, earnings, made, make, makes, income, revenue, profit, grossed, generated, raised, takings, sales, deal',
    ),
    measure('age, how old, years old', 'age', ''),
    measure(
      'how long, duration, how many days, how many weeks, how many years, how many hours',
      'duration',
      '',
    ),
    measure(
      `percentage, what share, rate, rates, percent, proportion, what percent, approval, approval rating, polls, poll,
      poll numbers, +inflation, +unemployment, effectiveness, efficacy, support in the polls`,
      'rate',
      '',
    ),
    measure(
      'height, depth, length, distance, width, size, how deep, how far, how high, how tall, how wide, how big',
      'length',
      '',
    ),
  ],
  people: words(`
    people persons men women children kids residents inhabitants civilians citizens villagers soldiers troops marines
    officers policemen police workers employees staff staffers passengers crew patients victims prisoners detainees
    protesters demonstrators marchers supporters fans customers students pupils teachers babies infants males females
    boys girls adults militants fighters insurgents rebels journalists hostages captives refugees migrants families
    households members personnel servicemen miners fishermen tourists pilgrims worshippers voters homes businesses
    individuals survivors crewmen guards nationals foreigners others male female suspects shoppers guests`),
  asPeople: words('deaths dead fatalities casualties cases injuries lives bodies arrests infections victims'),
  units: {
    duration: words(
      'seconds minutes hours days weeks months years decades nights second minute hour day week month year night',
    ),
    volume: words('barrels gallons litres liters tonnes tons bpd cubic barrel gallon tonne ton'),
    length: words(
      'metres meters feet foot ft miles mile km kilometres kilometers yards inches m metre meter hectares acres',
    ),
  },
  totals: words('total tally'),
  parts: words('children kids women girls boys babies infants civilians soldiers journalists foreigners'),
  increments: words('new extra additional another more further fresh'),
  general: new Set(['how much', 'how much money', 'how big', 'size', 'made', 'get', 'pay']),
  asking: [
    [/^ how much /, new Set<Quantity>(['money', 'volume'])],
    [/^ how many /, new Set<Quantity>(['people', 'things', 'volume'])],
    [/^ how long /, new Set<Quantity>(['duration', 'length'])],
    [/^ how big /, new Set<Quantity>(['money', 'length', 'rate'])],
    [/^ how old /, new Set<Quantity>(['age'])],
    [/^ how (?:deadly|lethal|fatal) /, new Set<Quantity>(['rate'])],
  ],
  perTime:
    /^\s*(?:[\p{L}(][\p{L}\d.,()]*\s){0,4}?\(?(?:an?|per|each|every) (?:day|hour|week|month|year|minute|second)\b|^\s*(?:[\p{L}]+\s){0,3}?(?:daily|bpd)\b/iu,
  moneyWords: words('dollars pounds euros pesos yen rubles roubles rupees francs dinars shekels'),
  empty: words(`
    how many much number numbers figure figures count counts total amount size of the a an in on at for to so far is are was
    were did does do has have had been be people what its it they he she by from per with after before and or that this who
    when where reported reports long got get number so`),
  generic: words(
    'amounts amount numbers number figures figure estimates estimate totals total counts count sums sum',
  ),
  pointShare: /^(?:\s+of)?\s+an? (?:percentage |basis )?point\b/i,
  counting:
    /^(?:how many|(?:the )?(?:numbers?|figures?|counts?|amount|total) (?:of|for|on))\s+(?<noun>\p{L}[\p{L}-]*)/iu,
  numbers: new Map(
    `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
     nineteen`
      .trim()
      .split(/\s+/)
      .map((word, at): [string, number] => [word, at + 2])
      .concat(
        'twenty thirty forty fifty sixty seventy eighty ninety'
          .split(' ')
          .map((word, at): [string, number] => [word, (at + 2) * 10]),
      )
      .concat([['dozen', 12]]),
  ),
  shares: new Map([
    ['half', 50],
    ['a third', 33.3],
    ['one third', 33.3],
    ['a quarter', 25],
    ['two-thirds', 66.7],
    ['two thirds', 66.7],
    ['three-quarters', 75],
    ['three quarters', 75],
  ]),
  ageBehind: /^(?:, ?| ?\(| \(?(?:is |was |aged |now |turned )+| who is | ?, aged )$/i,
  ageBefore: /^(?:[- ]years?[- ]old)?(?: \p{L}+){0,3} (?:\p{Lu}[\p{L}.]* ){0,2}$/u,
  aged: /\b(?:aged|age|ages)\s$/i,
  where: /^(?:\s\p{Ll}[\p{L}-]*){0,4}\sin (?:the )?(?<place>\p{Lu}[\p{L}.]+)/u,
  ages: /(?<![\p{L}\p{N}.,-])(?:aged |age |, )?(?<age>\d{1,3})(?:[- ]years?[- ]old\b|(?=,(?: |$))|(?<=aged \d{1,3}|age \d{1,3}))/giu,
}
