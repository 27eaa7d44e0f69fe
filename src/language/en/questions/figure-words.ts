/** What a number measures. */
export type Unit =
  | 'money'
  | 'percentage'
  | 'time'
  | 'age'
  | 'length'
  | 'volume'
  | 'weight'
  | 'area'
  | 'speed'
  | 'temperature'
  | 'magnitude'
  | 'ordinal'
  | 'date'
  | 'count'

const words = (list: string) => new Set(list.trim().split(/\s+/))

/** Words beside a figure that tell what it measures. */
export const figureWords = {
  qualifiers:
    /(?:\b(?:more|less|fewer|higher|greater) than|\bat least|\bat most|\bup to|\bas many as|\bas much as|\babout|\baround|\bnearly|\balmost|\bover|\bsome|\bapproximately|\bbetween|\broughly|\ban estimated|\bonly|\bjust) $/i,
  percent: new Set(['percent', 'per cent', 'pc', 'percentage']),
  currencies: words(`
    dollar dollars euro euros pound pounds cent cents pence yen yuan ruble rubles rouble roubles hryvnia franc francs
    peso pesos rupee rupees rand krona lira won shekels riyals dinars usd`),
  units: [
    [
      'time',
      words(
        'second seconds minute minutes hour hours day days week weeks month months year years decade decades night nights',
      ),
    ],
    [
      'length',
      words(
        'km kilometres kilometers kilometre kilometer mile miles metre metres meter meters foot feet ft inch inches cm mm yards m',
      ),
    ],
    [
      'volume',
      words('barrel barrels gallon gallons litre litres liter liters bpd ml milliliters millilitres'),
    ],
    ['weight', words('ton tons tonne tonnes kg kilogram kilograms kilos mg milligrams grams ounces lb lbs')],
    ['area', words('acre acres hectare hectares square sq')],
    ['speed', words('mph km/h kph knots')],
    ['temperature', words('degrees celsius fahrenheit')],
  ] as readonly (readonly [Unit, ReadonlySet<string>])[],
  /** What people are counted as where the question names no noun: "how many died?" */
  people: words(`
    people persons others men women children workers soldiers troops civilians victims dead bodies passengers
    residents students survivors patients lives deaths fatalities casualties kids boys girls refugees hostages killed injured
    wounded missing protesters`),
  /** Those of them that tell how people are, and what else is counted as well: "517 birds dead". */
  states: words('dead killed injured wounded missing'),
}
